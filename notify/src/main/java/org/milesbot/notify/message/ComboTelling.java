package org.milesbot.notify.message;

import java.util.Objects;

/**
 * A transfer bonus and a cheap flight on someone's route that are open together.
 *
 * @param alertId the number of the alert
 * @param bonus the transfer bonus
 * @param seat the flight, paid with miles of the programme that the bonus is for
 */
public record ComboTelling(long alertId, Offer bonus, Offer seat) {

    /**
     * @throws IllegalArgumentException if the seat has no price in miles, or is of another programme than the bonus
     */
    public ComboTelling {
        Objects.requireNonNull(bonus, "bonus is null");
        if (seat.promo().fare() == null || seat.promo().fare().miles() == null) {
            throw new IllegalArgumentException("a seat without a price in miles");
        }
        if (!seat.promo().program().equals(bonus.promo().program())) {
            throw new IllegalArgumentException("a seat of " + seat.promo().program() + " for a bonus of "
                    + bonus.promo().program());
        }
    }
}
