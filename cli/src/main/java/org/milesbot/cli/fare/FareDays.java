package org.milesbot.cli.fare;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * On which days somebody leaves.
 *
 * @param from the first
 * @param to the last
 * @param isUsual whether they said no days, and these are the usual ones
 */
public record FareDays(LocalDate from, LocalDate to, boolean isUsual) {

    /** The most days that a question is about. */
    public static final int MOST = 366;

    /** How many days it is about where none are told. */
    public static final int USUAL = 60;

    /**
     * @throws IllegalArgumentException if they are the wrong way round, or too many
     */
    public FareDays {
        if (to.isBefore(from) || !isAtMost(from, to)) {
            throw new IllegalArgumentException("days from " + from + " to " + to);
        }
    }

    /** The next ones, where none are told. */
    public static FareDays usual(LocalDate today) {
        return new FareDays(today, today.plusDays(USUAL - 1L), true);
    }

    /** Whether a question can be about all days from one to another. */
    public static boolean isAtMost(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) < MOST;
    }

    /** Whether a day is one of them. */
    public boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
