package org.milesbot.store.fare;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What storing a fare came to.
 *
 * @param id its number
 * @param route what it is a price of
 * @param miles what it costs
 * @param before what it cost when it was last seen, or null if it was not known
 * @param change how that compares
 */
public record StoredFare(
        long id, FareRoute route, long miles, @Nullable Long before, Change change) {

    /** How a fare differs from what was known of it. */
    public enum Change {
        /** It was not known, or had been gone. */
        NEW,
        /** It costs fewer miles. */
        CHEAPER,
        /** It costs more miles. */
        DEARER,
        /** It costs as many. */
        SAME
    }

    /** Refuses nulls. */
    public StoredFare {
        Objects.requireNonNull(route, "route is null");
        Objects.requireNonNull(change, "change is null");
    }
}
