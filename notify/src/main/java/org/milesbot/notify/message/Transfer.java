package org.milesbot.notify.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;

/**
 * A transfer of points, each of which becomes one mile, and what it gives. Exact; what is not a whole mile is not given.
 *
 * <ul>
 *   <li>Now: {@code miles = points + min(floor(points × bonus / 100), cap)}, or {@code points} alone if these are fewer
 *       than the least number of points to take part with.
 *   <li>Waiting: {@code floor(points × (1 + chance × usual / 100))}, the mean of what comes of it: with the chance that a
 *       campaign begins within the time, the points and the usual bonus; else the points alone. The usual bonus is the
 *       median of what campaigns gave; that some are capped, or that a promo may begin and not fit, is left out.
 * </ul>
 *
 * @param points how many are sent
 */
public record Transfer(long points) {

    /** So many can be reckoned with. */
    public static final long MOST_POINTS = 100_000_000;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @throws IllegalArgumentException if there are none, or too many
     */
    public Transfer {
        if (points < 1 || points > MOST_POINTS) {
            throw new IllegalArgumentException("a transfer of " + points + " points");
        }
    }

    /**
     * What arrives.
     *
     * @param miles the points and the bonus
     * @param isCapped whether the cap cuts the bonus
     * @param isTooSmall whether there are too few points to take part
     */
    public record Arrived(long miles, boolean isCapped, boolean isTooSmall) {}

    /** What arrives at a percentage, within the bounds of a bonus. */
    public Arrived now(Percent percent, Bonus bounds) {
        return arrived(points, percent, bounds);
    }

    /** The same of any number of points. */
    static Arrived arrived(long points, Percent percent, Bonus bounds) {
        Long least = bounds.minPoints();
        if (least != null && points < least) {
            return new Arrived(points, false, true);
        }
        long whole = BigDecimal.valueOf(points)
                .multiply(percent.value())
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact();
        Long cap = bounds.capPoints();
        return cap != null && cap < whole
                ? new Arrived(points + cap, true, false)
                : new Arrived(points + whole, false, false);
    }

    /**
     * What arrives on average if one waits for a bonus, and transfers without one if none comes.
     *
     * @param chance how likely it is to come, from 0 to 1
     * @param usual what it usually is
     */
    public long expected(double chance, Percent usual) {
        BigDecimal bonus = BigDecimal.valueOf(chance).multiply(usual.value()).divide(HUNDRED);
        return BigDecimal.valueOf(points)
                .multiply(BigDecimal.ONE.add(bonus))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
