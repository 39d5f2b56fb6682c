package org.milesbot.api.promo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An exact percentage from 0 to 10,000: {@code Percent.of("82.5")} is 82.5 %. Two percents that are worth the same are
 * equal, however they were written.
 */
public record Percent(BigDecimal value) implements Comparable<Percent> {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    /**
     * @throws IllegalArgumentException if the value is below 0 or above 10,000
     */
    public Percent {
        if (value.signum() < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a percentage lies between 0 and 10,000, not at " + value);
        }
        value = value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
    }

    /** A whole percentage. */
    public static Percent of(long value) {
        return new Percent(BigDecimal.valueOf(value));
    }

    /**
     * A percentage in digits with an optional decimal point.
     *
     * @throws NumberFormatException if it is not a number
     */
    public static Percent of(String digits) {
        return new Percent(new BigDecimal(digits));
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    /** Written out, like the hash: what Java makes for a record takes a short command milliseconds before it first runs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Percent same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The digits without a percent sign, such as {@code 80} or {@code 82.5}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
