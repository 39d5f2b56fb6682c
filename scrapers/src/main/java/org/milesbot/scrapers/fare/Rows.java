package org.milesbot.scrapers.fare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The tables of this package: a slug, " | ", and the names that others have for it. */
final class Rows {

    private Rows() {}

    /** The slug of each name. */
    static Map<String, String> byName(String table) {
        Map<String, String> slugs = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Rows.class.getResourceAsStream(table), table)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line, slugs));
        } catch (IOException e) {
            throw new UncheckedIOException(table + " cannot be read", e);
        }
        return Map.copyOf(slugs);
    }

    private static void add(String line, Map<String, String> slugs) {
        int bar = line.indexOf('|');
        for (String name : line.substring(bar + 1).split(",", -1)) {
            slugs.put(name.strip(), line.substring(0, bar).strip());
        }
    }
}
