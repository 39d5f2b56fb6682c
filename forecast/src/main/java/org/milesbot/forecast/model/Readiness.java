package org.milesbot.forecast.model;

import java.util.Locale;

/** Whether there is history enough to speak of a series by itself. */
public enum Readiness {
    /** Nothing is known of it: what is said is what all series say together. */
    NONE,
    /** Fewer than three campaigns count: what all series say together still weighs heavily. */
    FORMING,
    /** Its own campaigns lead. */
    READY;

    private static final double ENOUGH = 3;

    /**
     * @param campaigns how many it ever had
     * @param starts how many of them are counted at two years' half-life
     */
    static Readiness of(int campaigns, double starts) {
        if (campaigns == 0) {
            return NONE;
        }
        return starts < ENOUGH ? FORMING : READY;
    }

    /** The word in files. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
