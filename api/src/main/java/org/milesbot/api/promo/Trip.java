package org.milesbot.api.promo;

import org.milesbot.api.Slugs;

/** Which flights a price is for. An open set: plug-ins add to it. */
public record Trip(String value) {

    /** One flight from origin to destination, by whatever stops: "o trecho", "só ida". */
    public static final Trip ONE_WAY = new Trip("one_way");

    /** There and back: "ida e volta". */
    public static final Trip ROUND_TRIP = new Trip("round_trip");

    /**
     * @throws IllegalArgumentException if the value is not of the form {@code [a-z][a-z0-9_]*}
     */
    public Trip {
        Slugs.require("trip", value);
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
