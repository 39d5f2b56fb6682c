package org.milesbot.forecast.model;

import java.util.List;
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
        List<RateMixture.Part> parts = plain.parts(horizon, share, 1 - correctedWeight);
        if (corrected != null) {
            parts.addAll(corrected.parts(horizon, share, correctedWeight));
        }
        return new RateMixture(parts);
    }
}
