package org.milesbot.notify.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;

/**
 * How many points someone must transfer to have the miles of a seat, exactly.
 *
 * @param points how many are sent
 * @param bonus how many come on top, whole ones and no more than the cap
 * @param spared how many fewer that is than without the bonus
 * @param isAtLeast whether the least number of points to take part with is what decides
 * @param isCapped whether the cap cuts the bonus
 */
record ComboPath(long points, long bonus, long spared, boolean isAtLeast, boolean isCapped) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The fewest points that become the miles, at a percentage and within the bonus's bounds. */
    static ComboPath of(long miles, Percent percent, Bonus bounds) {
        long points = Math.max(needed(miles, percent), beyondCap(miles, bounds.capPoints()));
        Long least = bounds.minPoints();
        boolean isAtLeast = least != null && least > points;
        if (least != null && isAtLeast) {
            points = least;
        }
        long whole = share(points, percent);
        Long cap = bounds.capPoints();
        long bonus = cap == null ? whole : Math.min(whole, cap);
        return new ComboPath(points, bonus, miles - points, isAtLeast, bonus < whole);
    }

    long arriving() {
        return points + bonus;
    }

    private static long needed(long miles, Percent percent) {
        return BigDecimal.valueOf(miles)
                .multiply(HUNDRED)
                .divide(HUNDRED.add(percent.value()), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static long beyondCap(long miles, @Nullable Long cap) {
        return cap == null ? 0 : Math.max(0, miles - cap);
    }

    private static long share(long points, Percent percent) {
        return BigDecimal.valueOf(points)
                .multiply(percent.value())
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
