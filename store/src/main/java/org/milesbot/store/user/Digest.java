package org.milesbot.store.user;

import java.util.Locale;

/** Whether messages are gathered, and sent as one. */
public enum Digest {
    /** Each comes by itself. */
    OFF,
    /** Once a day. */
    DAILY,
    /** Each Monday. */
    WEEKLY;

    /** Its name in the database and in settings. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
