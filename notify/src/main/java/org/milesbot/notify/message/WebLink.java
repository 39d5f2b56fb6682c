package org.milesbot.notify.message;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Pages that a message may link to: of the web, and such that a channel takes them. */
final class WebLink {

    private static final int LONGEST = 1_000;

    private WebLink() {}

    /** The address in ASCII, if it is of the web, has a full host name, hides no name or password, and is not too long. */
    static Optional<URI> of(URI address) {
        URI ascii = URI.create(address.toASCIIString());
        String scheme = String.valueOf(ascii.getScheme()).toLowerCase(Locale.ROOT);
        String host = ascii.getHost();
        boolean isOfTheWeb = scheme.equals("http") || scheme.equals("https");
        boolean isTaken = isOfTheWeb
                && host != null
                && host.indexOf('.') > 0
                && ascii.getRawUserInfo() == null
                && ascii.toString().length() <= LONGEST;
        return isTaken ? Optional.of(ascii) : Optional.empty();
    }
}
