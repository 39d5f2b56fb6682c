package org.milesbot.api.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody asks for. Who they are is not known.
 *
 * @param path what was asked for, as it stands in the address, such as {@code /p/sample/hello}
 * @param parts what stands in place of the {@code {names}} of the route's path
 * @param query what stands after the question mark; at most 100 fields, 8,192 characters in all
 * @param form what a form brought; none with GET; at most 100 fields, 65,536 bytes in all
 * @param language Portuguese or English
 * @param at when
 */
public record WebRequest(
        String path, Map<String, String> parts, WebFields query, WebFields form, Locale language, Instant at) {

    /** Copies the parts. */
    public WebRequest {
        Objects.requireNonNull(path, "path is null");
        parts = Map.copyOf(parts);
        Objects.requireNonNull(query, "query is null");
        Objects.requireNonNull(form, "form is null");
        Objects.requireNonNull(language, "language is null");
        Objects.requireNonNull(at, "at is null");
    }

    /**
     * What stands in place of a name of the route's path.
     *
     * @throws IllegalArgumentException if the path has no such name
     */
    public String part(String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("no {" + name + "} in the path of the route");
        }
        return part;
    }
}
