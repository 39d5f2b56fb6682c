package org.milesbot.store.fare;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.promo.Cabin;

/**
 * A question as it is shared by all who have it: from all airports of a city to all of another, in a month.
 *
 * @param origins the airports of a city
 * @param destinations the airports of a city
 * @param month the month of departure
 * @param cabin in which cabin, or null for any
 * @param passengers for how many
 * @param people how many wait for it; 0 for one that is asked because it is popular
 */
public record WantedQuery(
        SortedSet<String> origins,
        SortedSet<String> destinations,
        YearMonth month,
        @Nullable Cabin cabin,
        int passengers,
        int people) {

    private static final int LONGEST_HOURS = 6;
    private static final int SHORTEST_HOURS = 2;

    /** Copies the sets. */
    public WantedQuery {
        origins = new TreeSet<>(origins);
        destinations = new TreeSet<>(destinations);
        if (people < 0) {
            throw new IllegalArgumentException(people + " people");
        }
    }

    /** For how long an answer is good: six hours, and one less for each time that the people who wait double; at least two. */
    public Duration timeToLive() {
        int doublings = people < 2 ? 0 : Integer.SIZE - 1 - Integer.numberOfLeadingZeros(people);
        return Duration.ofHours(Math.max(SHORTEST_HOURS, LONGEST_HOURS - doublings));
    }

    /**
     * The question itself.
     *
     * @param earliest the first day that may be asked for, such as today, which is not after the month
     */
    public FareQuery query(LocalDate earliest) {
        LocalDate first = month.atDay(1);
        return new FareQuery(
                origins,
                destinations,
                first.isBefore(earliest) ? earliest : first,
                month.atEndOfMonth(),
                cabin,
                passengers);
    }
}
