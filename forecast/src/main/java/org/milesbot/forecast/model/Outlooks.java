package org.milesbot.forecast.model;

import org.jspecify.annotations.Nullable;

/**
 * What both models say of a series.
 *
 * @param plain by pace and weekday
 * @param corrected by all features, or null where only the plain model speaks
 * @param correctedWeight how much the corrected one counts
 */
record Outlooks(Outlook plain, @Nullable Outlook corrected, double correctedWeight) {

    /** The number of starts to be expected within a horizon, of which only a share counts. */
    RateMixture expected(int horizon, double share) {
        RateMixture alone = plain.expected(horizon, share);
        return corrected == null ? alone : corrected.expected(horizon, share).beside(alone, correctedWeight);
    }
}
