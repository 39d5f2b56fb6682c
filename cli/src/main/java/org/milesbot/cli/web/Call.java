package org.milesbot.cli.web;

import java.util.Map;
import java.util.Optional;
import org.milesbot.api.web.WebRequest;

/**
 * A request with what only the host's own endpoints get to see.
 *
 * @param request what is asked for
 * @param address of who asks, behind the proxies that are trusted
 * @param isSecure whether they came by HTTPS, to a proxy that is trusted
 * @param headers by their names in lower case
 * @param cookies by their names
 */
public record Call(
        WebRequest request,
        String address,
        boolean isSecure,
        Map<String, String> headers,
        Map<String, String> cookies) {

    /** Copies the maps. */
    public Call {
        headers = Map.copyOf(headers);
        cookies = Map.copyOf(cookies);
    }

    /** A header by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
