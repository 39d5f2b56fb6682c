package org.milesbot.api.promo;

import org.milesbot.api.Slugs;

/** What the percentages of a promo are of. An open set: plug-ins add to it. */
public record Gain(String value) {

    /** More points for the same money or points. */
    public static final Gain BONUS = new Gain("bonus");

    /** Less money for the same points. */
    public static final Gain DISCOUNT = new Gain("discount");

    /**
     * @throws IllegalArgumentException if the value is not of the form {@code [a-z][a-z0-9_]*}
     */
    public Gain {
        Slugs.require("gain", value);
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
