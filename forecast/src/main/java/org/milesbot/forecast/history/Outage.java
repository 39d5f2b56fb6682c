package org.milesbot.forecast.history;

import java.time.LocalDate;

/**
 * Days on which a campaign would not have been seen, so that silence says nothing.
 *
 * @param from the first of them
 * @param to the last of them
 */
public record Outage(LocalDate from, LocalDate to) {

    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Outage {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the outage ends on " + to + ", before it begins on " + from);
        }
    }
}
