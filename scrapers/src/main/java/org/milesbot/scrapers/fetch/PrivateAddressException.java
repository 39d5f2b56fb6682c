package org.milesbot.scrapers.fetch;

import java.net.UnknownHostException;

/** A host name leads to private addresses only. */
final class PrivateAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final String host;

    PrivateAddressException(String host) {
        super(host + " leads to a private address");
        this.host = host;
    }

    String host() {
        return host;
    }
}
