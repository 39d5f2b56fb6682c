package org.milesbot.api.promo;

import org.milesbot.api.Slugs;

/** Who gets a percentage. An open set: plug-ins add to it. */
public record Audience(String value) {

    /** Whoever takes part. */
    public static final Audience EVERYONE = new Audience("everyone");

    /** Subscribers of the club of the programme. */
    public static final Audience CLUB = new Audience("club");

    /** Holders of an elite status. */
    public static final Audience STATUS = new Audience("status");

    /** Holders of a certain card. */
    public static final Audience CARD = new Audience("card");

    /** Whoever takes part through the app. */
    public static final Audience APP = new Audience("app");

    /** Whoever takes part for the first time. */
    public static final Audience NEW_MEMBER = new Audience("new_member");

    /**
     * @throws IllegalArgumentException if the value is not of the form {@code [a-z][a-z0-9_]*}
     */
    public Audience {
        Slugs.require("audience", value);
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
