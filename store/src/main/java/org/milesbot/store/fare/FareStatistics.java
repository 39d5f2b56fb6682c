package org.milesbot.store.fare;

import org.jspecify.annotations.Nullable;

/**
 * What a route usually costs. Each price counts once when it was seen to be new, and once for each week that it stood.
 * Median and percentile are prices that were really asked, not something between two of them.
 *
 * @param count how many prices of the last 90 days are known
 * @param days for how many days prices have been kept, 365 at most
 * @param median of the last 90 days, or null if no price is known
 * @param tenthPercentile what one in ten prices of the last 90 days did not pass, or null
 * @param lowest30 the lowest of the last 30 days, or null
 * @param lowest90 the lowest of the last 90 days, or null
 * @param lowest365 the lowest of the last 365 days, or null
 */
public record FareStatistics(
        long count,
        int days,
        @Nullable Long median,
        @Nullable Long tenthPercentile,
        @Nullable Long lowest30,
        @Nullable Long lowest90,
        @Nullable Long lowest365) {

    private static final int ENOUGH_PRICES = 20;
    private static final int ENOUGH_DAYS = 14;

    /** Whether so much is known that a price can be called cheap. */
    public boolean isTelling() {
        return count >= ENOUGH_PRICES && days >= ENOUGH_DAYS;
    }
}
