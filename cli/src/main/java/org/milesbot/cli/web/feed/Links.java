package org.milesbot.cli.web.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.milesbot.api.web.WebRequest;

/**
 * Links to pages, whole.
 *
 * @param site where people see them
 */
record Links(URI site) {

    /** The first page. */
    String home() {
        return site.toASCIIString().replaceFirst("/+$", "") + "/";
    }

    /** The page of a promo. */
    String promo(UUID id) {
        return home() + "promo/" + id;
    }

    /** The page of what is to come. */
    String forecast() {
        return home() + "forecast";
    }

    /** Where a request went. */
    String self(WebRequest request) {
        return home() + request.path().substring(1) + query(request);
    }

    private static String query(WebRequest request) {
        String fields = request.query().values().entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return fields.isEmpty() ? "" : "?" + fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
