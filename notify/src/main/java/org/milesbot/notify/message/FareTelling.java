package org.milesbot.notify.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;

/**
 * A seat for miles as one person is told of it.
 *
 * @param fare the seat as it is now
 * @param why why they are told
 */
public record FareTelling(AwardFare fare, Why why) {

    /**
     * Why, and how the price compares.
     *
     * @param ceiling the most miles that they wait for, or null if the seat is not under that
     * @param isCheap whether it is below nine of ten prices of the last 90 days
     * @param previousLow the lowest price before, if it is a new low, or null
     * @param median the usual price, or null if too few are known
     * @param historyDays for how many days prices have been kept, at most 365
     */
    public record Why(
            @Nullable Long ceiling,
            boolean isCheap,
            @Nullable Long previousLow,
            @Nullable Long median,
            int historyDays) {}

    /** Refuses nulls. */
    public FareTelling {
        Objects.requireNonNull(fare, "fare is null");
        Objects.requireNonNull(why, "why is null");
    }
}
