package org.milesbot.cli.fare.ask;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AirportPair;
import org.milesbot.api.fare.AwardFare;

/**
 * How asking a provider one query ended.
 *
 * @param end how
 * @param fares what was read, also where it ended early
 * @param requests how many requests it took
 * @param bytes how much was fetched
 * @param unreadable entries that could not be read
 * @param problem what went wrong, or null
 * @param routes the routes that the provider said it knows
 */
public record FareAnswer(
        End end,
        List<AwardFare> fares,
        int requests,
        long bytes,
        int unreadable,
        @Nullable Text problem,
        Set<AirportPair> routes) {

    /** Copies the lists. */
    public FareAnswer {
        fares = List.copyOf(fares);
        routes = Set.copyOf(routes);
    }

    /** What nobody was asked for, such as the fares of a page that somebody saved. */
    static FareAnswer unasked(List<AwardFare> fares) {
        return new FareAnswer(End.READ, fares, 0, 0, 0, null, Set.of());
    }

    boolean isWhole() {
        return end == End.READ && unreadable == 0;
    }

    /** How asking can end. */
    public enum End {
        /** The whole answer was read. */
        READ,
        /** Not asked, or not to the end: the provider's rate allows no more for now. */
        OUT_OF_TURNS,
        /** Kept out: a wrong key, or too many requests. */
        BLOCKED,
        /** No whole answer in time, however often it was asked. */
        TIMED_OUT,
        /** No usable answer, however often it was asked. */
        FAILED,
        /** An answer that is not of the form the provider reads, or a provider that is broken. */
        UNREADABLE
    }
}
