package org.milesbot.scrapers.fetch;

import java.net.URI;
import java.util.Locale;

/**
 * A server: what robots.txt holds for.
 *
 * @param scheme http or https
 * @param host in lower case
 * @param port never -1
 */
record Site(String scheme, String host, int port) {

    /** The server of an address that {@link AddressRules} let pass. */
    static Site of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = "https".equals(scheme) ? 443 : 80;
        return new Site(scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? usual : uri.getPort());
    }

    URI robots() {
        boolean usual = port == ("https".equals(scheme) ? 443 : 80);
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + port) + "/robots.txt");
    }
}
