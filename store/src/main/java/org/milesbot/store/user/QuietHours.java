package org.milesbot.store.user;

import java.time.LocalTime;

/**
 * The hours of a day in which messages wait; they may pass midnight.
 *
 * @param from when they begin
 * @param to when they end, which is the first moment that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /**
     * @throws IllegalArgumentException if they end when they begin
     */
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours that end when they begin: " + from);
        }
    }

    /** Both times, such as {@code 22:00-07:00}. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
