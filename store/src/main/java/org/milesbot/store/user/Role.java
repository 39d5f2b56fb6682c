package org.milesbot.store.user;

import java.util.Locale;

/** What somebody is to milesbot. */
public enum Role {
    /** One who is told of promos. */
    MEMBER,
    /** One who is told how milesbot itself does. */
    OPERATOR;

    /** Its name in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
