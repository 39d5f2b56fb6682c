package org.milesbot.scrapers.fare;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is flown, whatever it costs.
 *
 * @param origin the IATA code of the airport where it starts
 * @param destination the IATA code of the airport where it ends
 * @param day the day of departure, by the calendar at the origin
 * @param stops how often one changes planes, or null if unknown
 * @param airlines IATA codes of the airlines, without repeats
 */
record Flight(
        String origin,
        String destination,
        LocalDate day,
        @Nullable Integer stops,
        List<String> airlines) {

    private static final Pattern AIRLINE = Pattern.compile("[A-Z0-9]{2}");

    Flight {
        airlines = List.copyOf(airlines);
    }

    /** The codes among what is written as codes of airlines, each once. */
    static List<String> airlines(Stream<@Nullable String> written) {
        return written.filter(Objects::nonNull)
                .map(String::strip)
                .filter(code -> AIRLINE.matcher(code).matches())
                .distinct()
                .toList();
    }

    /** How often one changes planes, by what an entry says under a name; null if it does not say. */
    static @Nullable Integer stops(Node entry, String name) {
        Long stops = entry.count(name);
        return stops == null || stops > 9 ? null : Integer.valueOf(stops.intValue());
    }

    Flight direct(List<String> by) {
        return new Flight(origin, destination, day, 0, by);
    }
}
