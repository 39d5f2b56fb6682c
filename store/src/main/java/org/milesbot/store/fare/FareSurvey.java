package org.milesbot.store.fare;

import java.time.Duration;
import java.util.Locale;

/** What a provider is asked besides the questions of people. */
public enum FareSurvey {
    /** Which routes it knows at all. */
    ROUTES(Duration.ofDays(7)),
    /** All that it has. */
    SWEEP(Duration.ofDays(1));

    private final Duration every;

    FareSurvey(Duration every) {
        this.every = every;
    }

    /** For how long the answer is good. */
    Duration every() {
        return every;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
