package org.milesbot.cli.output;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;

/**
 * A fare as it is shown.
 *
 * @param fare what it costs
 * @param provider who says so, or null if that is not told
 * @param usual what its route usually costs, or null if nothing is known of that
 */
public record ShownFare(
        AwardFare fare, @Nullable String provider, @Nullable Usual usual) {

    /** A fare of which nothing else is known. */
    public static ShownFare of(AwardFare fare) {
        return new ShownFare(fare, null, null);
    }

    /**
     * What a route usually costs in miles; null where it is not known.
     *
     * @param median the middle one of the prices
     * @param low30 the lowest of the last 30 days
     * @param low90 the lowest of the last 90 days
     * @param low365 the lowest of the last 365 days
     * @param p10 what one in ten prices did not pass
     * @param observations how many prices are known
     */
    public record Usual(
            @Nullable Long median,
            @Nullable Long low30,
            @Nullable Long low90,
            @Nullable Long low365,
            @Nullable Long p10,
            long observations) {}

    /** The longest time, in days, over which it has not been cheaper; 0 if it has, or nothing is known. */
    int lowestOfDays() {
        if (usual == null) {
            return 0;
        }
        return isLowest(usual.low365()) ? 365 : isLowest(usual.low90()) ? 90 : isLowest(usual.low30()) ? 30 : 0;
    }

    /** Whether it is one of the tenth that cost least. */
    boolean isCheap() {
        return usual != null && isLowest(usual.p10());
    }

    private boolean isLowest(@Nullable Long bound) {
        return bound != null && fare.miles() <= bound;
    }
}
