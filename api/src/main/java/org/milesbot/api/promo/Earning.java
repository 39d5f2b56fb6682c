package org.milesbot.api.promo;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What purchases at shops pay. What the announcement does not settle is null.
 *
 * @param rateMax the most points that anyone gets for one unit of money
 * @param rateBase the points that everyone gets for it; equal to {@code rateMax} where the rate is one for all
 * @param rateUnit the unit of money that the rates are for, such as {@code BRL}
 * @param shops the shops' names as people write them, such as {@code Casas Bahia}, in the announcement's order; empty if
 *     untold
 */
public record Earning(
        @Nullable BigDecimal rateMax,
        @Nullable BigDecimal rateBase,
        @Nullable Currency rateUnit,
        List<String> shops) {

    /** Nothing is known. */
    public static final Earning UNKNOWN = new Earning(null, null, null, List.of());

    /**
     * Takes trailing zeros off the rates, so that 10 and 10.0 are equal.
     *
     * @throws IllegalArgumentException if a rate is not above 0, or the base is above the most
     */
    public Earning {
        rateMax = rate(rateMax);
        rateBase = rate(rateBase);
        shops = List.copyOf(shops);
        if (rateMax != null && rateBase != null && rateBase.compareTo(rateMax) > 0) {
            throw new IllegalArgumentException("the base rate " + rateBase + " is above the highest " + rateMax);
        }
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return rateMax == null && rateBase == null && rateUnit == null && shops.isEmpty();
    }

    private static @Nullable BigDecimal rate(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate of points is above 0, not " + value);
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
