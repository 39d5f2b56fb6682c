package org.milesbot.store.event;

import java.util.Locale;

/** What can happen to a campaign. */
public enum EventKind {
    /** It was told of for the first time. */
    CREATED,
    /** Its highest percentage was raised. */
    RAISED,
    /** Its end was put off. */
    EXTENDED,
    /** Its last day came. */
    ENDING,
    /** It is over, was withdrawn, or is not spoken of any more. */
    ENDED;

    /** Its name as it is kept and printed. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name. */
    public static EventKind of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
