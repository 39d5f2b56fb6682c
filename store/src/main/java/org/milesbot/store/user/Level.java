package org.milesbot.store.user;

import java.util.Locale;

/** How a kind of message comes. */
public enum Level {
    /** With a sound. */
    LOUD,
    /** Without a sound. */
    SILENT,
    /** Not at all. */
    OFF;

    /** Its name in the database and in settings. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
