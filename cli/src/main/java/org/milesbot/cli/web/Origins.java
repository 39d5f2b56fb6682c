package org.milesbot.cli.web;

import java.net.URI;

/** Tells forms of our own pages from those of other sites. */
final class Origins {

    private Origins() {}

    /**
     * Whether a browser says that one of our pages sent this. One that says nothing is none of today's, and what is no
     * browser carries no cookies that could be abused, but then says nothing for itself either.
     */
    static boolean isOurs(Call call) {
        return call.header("sec-fetch-site")
                .map("same-origin"::equals)
                .or(() -> call.header("origin")
                        .map(origin -> isHost(origin, call.header("host").orElse(""))))
                .orElse(false);
    }

    private static boolean isHost(String origin, String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
