package org.milesbot.notify.message;

import java.util.Locale;

/** Why someone is told of a promo. */
public enum Reason {
    /** It is new to them. */
    CREATED,
    /** Its highest percentage was raised. */
    RAISED,
    /** Its end was put off. */
    EXTENDED,
    /** Its last day came. */
    ENDING,
    /** Together with a flight on a route of theirs it makes a cheap seat. */
    COMBO;

    /** Its name as it is kept. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The reason of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Reason of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
