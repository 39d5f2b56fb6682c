package org.milesbot.cli.fare;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Cabin;

/**
 * What somebody wants of a fare beside where and when.
 *
 * @param cabin in which cabin, or null for any
 * @param maxMiles the most miles for one passenger and one way, or null for any number
 * @param passengers how many fly
 * @param isDirect whether only without changing planes
 */
public record FareWishes(@Nullable Cabin cabin, @Nullable Long maxMiles, int passengers, boolean isDirect) {

    /** The most passengers that a question is asked for. */
    public static final int MOST_PASSENGERS = 9;

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public FareWishes {
        if (passengers < 1 || passengers > MOST_PASSENGERS || (maxMiles != null && maxMiles < 1)) {
            throw new IllegalArgumentException(passengers + " passengers for at most " + maxMiles + " miles");
        }
    }

    /** Whether a fare is as wished; where the number of seats is unknown, there may be enough. */
    public boolean admits(AwardFare fare) {
        Integer seats = fare.seats();
        return (cabin == null || cabin.equals(fare.cabin()))
                && (maxMiles == null || fare.miles() <= maxMiles)
                && (seats == null || seats >= passengers)
                && (!isDirect || fare.isDirect());
    }
}
