package org.milesbot.api.fare;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.FetchRequest;

/**
 * What was read out of one answer.
 *
 * @param fares the fares in it that have a seat
 * @param next what to ask next, such as the next page; empty at the end
 * @param unreadable a sentence for each entry that could not be read; the others are not lost for it
 * @param quotaLeft how many more requests the provider says it will answer today, or null if it says nothing
 * @param routes the routes that it knows at all, in an answer to {@link FareProvider#coverage()}; else none
 */
public record FareReading(
        List<AwardFare> fares,
        List<FetchRequest> next,
        List<Text> unreadable,
        @Nullable Integer quotaLeft,
        Set<AirportPair> routes) {

    /** Copies the lists. */
    public FareReading {
        fares = List.copyOf(fares);
        next = List.copyOf(next);
        unreadable = List.copyOf(unreadable);
        routes = Set.copyOf(routes);
    }

    /** Without routes. */
    public FareReading(
            List<AwardFare> fares, List<FetchRequest> next, List<Text> unreadable, @Nullable Integer quotaLeft) {
        this(fares, next, unreadable, quotaLeft, Set.of());
    }

    /** Fares and nothing else. */
    public static FareReading of(List<AwardFare> fares) {
        return new FareReading(fares, List.of(), List.of(), null);
    }
}
