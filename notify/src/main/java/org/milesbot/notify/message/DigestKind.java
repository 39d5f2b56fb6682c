package org.milesbot.notify.message;

import java.util.Locale;

/** Why several alerts come as one message. */
public enum DigestKind {
    /** The person is new, and this is what is open. */
    WELCOME,
    /** They waited for the end of quiet hours. */
    CATCH_UP,
    /** The person wants one message a day. */
    DAILY,
    /** The person wants one message a week. */
    WEEKLY;

    /** Its name as it is kept. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
