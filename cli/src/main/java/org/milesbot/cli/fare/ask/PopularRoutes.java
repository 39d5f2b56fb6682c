package org.milesbot.cli.fare.ask;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.milesbot.store.fare.WatchedRoutes.CityPair;

/** The routes that are asked for where nobody waits for any: a table, both ways, the most travelled first. */
final class PopularRoutes {

    private static final String TABLE = "popular-routes.txt";

    private PopularRoutes() {}

    static List<CityPair> shipped() {
        try (InputStream table = Objects.requireNonNull(PopularRoutes.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(PopularRoutes::bothWays)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CityPair> bothWays(String line) {
        String[] ends = line.split(" ", 2);
        return Stream.of(new CityPair(ends[0], ends[1]), new CityPair(ends[1], ends[0]));
    }
}
