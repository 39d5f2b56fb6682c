package org.milesbot.notify.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;
import org.milesbot.notify.message.Transfer.Arrived;

/**
 * How many points someone must transfer to have the miles of a seat, exactly.
 *
 * @param points how many are sent
 * @param bonus how many come on top, whole ones and no more than the cap
 * @param spared how many fewer that is than without the bonus
 * @param isAtLeast whether the least number of points to take part with is what decides
 * @param isCapped whether the cap cuts the bonus
 */
public record ComboPath(long points, long bonus, long spared, boolean isAtLeast, boolean isCapped) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The fewest points that become the miles, at a percentage and within the bonus's bounds. */
    public static ComboPath of(long miles, Percent percent, Bonus bounds) {
        return of(miles, percent, bounds, 1);
    }

    /**
     * The same, where points are sent in steps.
     *
     * @param step only multiples of so many points are sent
     */
    public static ComboPath of(long miles, Percent percent, Bonus bounds, long step) {
        long enough = Math.max(needed(miles, percent), beyondCap(miles, bounds.capPoints()));
        Long least = bounds.minPoints();
        boolean isAtLeast = least != null && least > enough;
        long points = stepped(least == null ? enough : Math.max(enough, least), step);
        Arrived arrived = Transfer.arrived(points, percent, bounds);
        return new ComboPath(points, arrived.miles() - points, miles - points, isAtLeast, arrived.isCapped());
    }

    private static long stepped(long points, long step) {
        return Math.multiplyExact(Math.floorDiv(Math.addExact(points, step - 1), step), step);
    }

    /** The points and the bonus. */
    public long arriving() {
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
}
