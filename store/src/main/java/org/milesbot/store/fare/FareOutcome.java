package org.milesbot.store.fare;

import java.util.Locale;

/** How asking a provider ended. */
public enum FareOutcome {
    /** It answered to the end. */
    WHOLE,
    /** It answered, but not all could be read, or asking ended early. */
    PART,
    /** It did not answer. */
    FAILED;

    /** Its name as it is kept. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
