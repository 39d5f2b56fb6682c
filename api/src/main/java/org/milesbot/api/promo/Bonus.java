package org.milesbot.api.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a promo gives and within which bounds. What the announcement does not settle is null.
 *
 * @param highest the highest percentage anyone gets; for a purchase the highest bonus or discount
 * @param base the percentage that everyone gets; equal to {@code highest} where there are no tiers
 * @param tiers who gets which percentage, as announced; empty if not told apart
 * @param minPoints the least number of points to take part with
 * @param capPoints the most points that the bonus pays
 * @param gain whether the percentages are more points or less money, for kinds that may be either; null where the kind
 *     says it, as a transfer does, or it is not told
 */
public record Bonus(
        @Nullable Percent highest,
        @Nullable Percent base,
        List<Tier> tiers,
        @Nullable Long minPoints,
        @Nullable Long capPoints,
        @Nullable Gain gain) {

    /** No percentage and no bound is known. */
    public static final Bonus NONE = new Bonus(null, null, List.of(), null, null);

    /**
     * @throws IllegalArgumentException if the base is above the highest percentage
     */
    public Bonus {
        tiers = List.copyOf(tiers);
        if (highest != null && base != null && base.compareTo(highest) > 0) {
            throw new IllegalArgumentException("base " + base + " % is above the highest " + highest + " %");
        }
    }

    /** A bonus of a kind that says itself what the percentages are of. */
    public Bonus(
            @Nullable Percent highest,
            @Nullable Percent base,
            List<Tier> tiers,
            @Nullable Long minPoints,
            @Nullable Long capPoints) {
        this(highest, base, tiers, minPoints, capPoints, null);
    }

    /** Both percentages, with no tier and no bound. */
    public static Bonus of(@Nullable Percent highest, @Nullable Percent base) {
        return new Bonus(highest, base, List.of(), null, null);
    }

    /** The same with another gain. */
    public Bonus withGain(@Nullable Gain other) {
        return new Bonus(highest, base, tiers, minPoints, capPoints, other);
    }
}
