package org.milesbot.store.alert;

import java.util.Locale;

/** Why nobody is told of an event. */
public enum Skipped {
    /** It is history. */
    QUIET,
    /** The promo is not there any more. */
    GONE,
    /** The promo is over. */
    OVER,
    /** That it ended is not worth a message. */
    ENDED;

    /** Its name as it is kept and printed. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
