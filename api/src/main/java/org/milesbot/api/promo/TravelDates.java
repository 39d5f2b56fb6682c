package org.milesbot.api.promo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When one may fly, as against when one may book, which is the {@link Window} of the promo. A date is never invented:
 * what the announcement does not settle is null.
 *
 * @param from the first day of travel, or null if unknown; a month told alone begins on its first day
 * @param to the last day of travel, or null if unknown; a month told alone ends on its last day
 */
public record TravelDates(
        @Nullable LocalDate from, @Nullable LocalDate to) {

    /** Neither day is known. */
    public static final TravelDates UNKNOWN = new TravelDates(null, null);

    /**
     * @throws IllegalArgumentException if the last day is before the first
     */
    public TravelDates {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("travel ends on " + to + ", before it begins on " + from);
        }
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return from == null && to == null;
    }
}
