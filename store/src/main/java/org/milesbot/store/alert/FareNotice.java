package org.milesbot.store.alert;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.fare.KnownFare;

/**
 * A fare that someone is told of, and why.
 *
 * @param id its number, which is the detail of the alert
 * @param now the fare as it is now
 * @param miles what it cost when it was decided to tell them
 * @param cause why it was
 */
public record FareNotice(long id, KnownFare now, long miles, Cause cause) {

    /**
     * Why someone is told; at least one of the first three.
     *
     * @param ceiling the most miles that they wait for, or null if it is not under that
     * @param isCheap whether it is below nine of ten prices of the last 90 days
     * @param previousLow the lowest price before, if it is a new low, or null
     * @param median of the last 90 days, or null if too few prices are known
     * @param historyDays for how many days prices had been kept
     */
    public record Cause(
            @Nullable Long ceiling,
            boolean isCheap,
            @Nullable Long previousLow,
            @Nullable Long median,
            int historyDays) {}

    /** Refuses nulls. */
    public FareNotice {
        Objects.requireNonNull(now, "now is null");
        Objects.requireNonNull(cause, "cause is null");
    }

    /** Whether it is still worth telling: no dearer than it was, or under the ceiling all the same. */
    public boolean stillHolds() {
        long most = cause.ceiling() == null ? miles : Math.max(miles, cause.ceiling());
        return now.fare().miles() <= most;
    }
}
