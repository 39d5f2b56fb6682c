package org.milesbot.api.fare;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;

/**
 * A question for flights one way, from any of some airports to any of others. There and back are two questions.
 *
 * @param origins IATA codes of airports, at least one; the host has put a city's airports in the place of the city
 * @param destinations IATA codes of airports, at least one
 * @param from the first day of departure, by the calendar at the origin
 * @param to the last day of departure
 * @param cabin in which cabin, or null for any
 * @param passengers for how many, 1 to 9
 */
public record FareQuery(
        SortedSet<String> origins,
        SortedSet<String> destinations,
        LocalDate from,
        LocalDate to,
        @Nullable Cabin cabin,
        int passengers) {

    private static final int MOST_PASSENGERS = 9;
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if an end is missing or is no code, the days are the wrong way round, or there are too
     *     many passengers
     */
    public FareQuery {
        origins = codes(origins);
        destinations = codes(destinations);
        Objects.requireNonNull(from, "from is null");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the last day " + to + " is before the first " + from);
        }
        if (passengers < 1 || passengers > MOST_PASSENGERS) {
            throw new IllegalArgumentException(passengers + " passengers; one asks for 1 to " + MOST_PASSENGERS);
        }
    }

    private static SortedSet<String> codes(Set<String> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a query needs at least one airport at each end");
        }
        codes.forEach(FareQuery::requireCode);
        return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }

    static void requireCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "an IATA code has three capital letters, such as GRU, not \"" + code + '"');
        }
    }
}
