package org.milesbot.api.promo;

import org.milesbot.api.Slugs;

/** The part of a plane that a seat is in. An open set: plug-ins add to it. */
public record Cabin(String value) {

    /** Economy. */
    public static final Cabin ECONOMY = new Cabin("economy");

    /** Between economy and business, sold as a cabin of its own. */
    public static final Cabin PREMIUM_ECONOMY = new Cabin("premium_economy");

    /** Business. */
    public static final Cabin BUSINESS = new Cabin("business");

    /** First. */
    public static final Cabin FIRST = new Cabin("first");

    /**
     * @throws IllegalArgumentException if the value is not of the form {@code [a-z][a-z0-9_]*}
     */
    public Cabin {
        Slugs.require("cabin", value);
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
