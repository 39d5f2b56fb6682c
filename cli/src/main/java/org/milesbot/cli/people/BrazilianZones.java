package org.milesbot.cli.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.milesbot.scrapers.extract.text.Folding;

/** Time zones by the names of the states and cities of Brazil. */
final class BrazilianZones {

    private static final Map<String, ZoneId> BY_NAME = read();

    private BrazilianZones() {}

    /** Whose clocks a state or city goes by; accents and capitals do not matter. */
    static Optional<ZoneId> named(String words) {
        return Optional.ofNullable(BY_NAME.get(folded(words)));
    }

    private static String folded(String words) {
        return Folding.fold(words.strip()).replaceAll("[\\s_]+", " ");
    }

    private static Map<String, ZoneId> read() {
        Map<String, ZoneId> zones = new HashMap<>();
        for (String line : lines()) {
            String[] parts = line.split("\\|", 2);
            ZoneId zone = ZoneId.of(parts[0].strip());
            List.of(parts[1].split(",", -1)).forEach(name -> zones.put(folded(name), zone));
        }
        return Map.copyOf(zones);
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BrazilianZones.class.getResourceAsStream("zones.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the zones cannot be read", e);
        }
    }
}
