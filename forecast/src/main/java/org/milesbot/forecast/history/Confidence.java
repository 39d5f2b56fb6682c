package org.milesbot.forecast.history;

import java.util.Locale;

/** How well the days of a campaign are known. */
public enum Confidence {
    /** Both days were stated. */
    EXACT,
    /** One of them was stated. */
    PARTIAL,
    /** Inferred from the day it was announced: it was open on that day. */
    APPROX;

    /** The word in files. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
