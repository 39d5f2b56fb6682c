package org.milesbot.api.source;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as text, ready to be read.
 *
 * @param requested the address that was asked for
 * @param url the address that answered, after redirects
 * @param fetchedAt when the answer came
 * @param contentType the Content-Type header as sent, or null
 * @param text the body, decoded by the charset that was found
 * @param headers the headers of the answer, by name in small letters; empty for one that was kept
 */
public record Page(
        URI requested,
        URI url,
        Instant fetchedAt,
        @Nullable String contentType,
        String text,
        Map<String, String> headers) {

    /** Copies the headers. */
    public Page {
        headers = Map.copyOf(headers);
    }

    /** Without headers. */
    public Page(URI requested, URI url, Instant fetchedAt, @Nullable String contentType, String text) {
        this(requested, url, fetchedAt, contentType, text, Map.of());
    }

    /** A header of the answer, or null if it had none of that name. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
