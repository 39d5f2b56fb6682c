package org.milesbot.store.source;

import java.time.Duration;

/**
 * When the operator is told.
 *
 * @param failures after how many failures in a row
 * @param leastSilence how long a source may always be silent, however busy it is
 * @param telling whether the operator is told at all, also that something is over
 */
public record WatchRules(int failures, Duration leastSilence, boolean telling) {

    /** For recordings, which say nothing of how a source does today. */
    public static final WatchRules UNTOLD = new WatchRules(1, Duration.ofDays(1), false);

    /** One day of silence is never worth a notice: there are Sundays and holidays. */
    private static final Duration LEAST_SILENCE = Duration.ofDays(1);

    /**
     * @throws IllegalArgumentException if a number is not positive
     */
    public WatchRules {
        if (failures < 1 || leastSilence.isNegative() || leastSilence.isZero()) {
            throw new IllegalArgumentException("failures " + failures + ", silence " + leastSilence);
        }
    }

    /** The operator is told after so many failures, or after an unusual silence of more than a day. */
    public static WatchRules of(int failures) {
        return new WatchRules(failures, LEAST_SILENCE, true);
    }
}
