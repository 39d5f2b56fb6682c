package org.milesbot.api.forecast;

import java.util.Objects;
import org.milesbot.api.Text;

/**
 * By how much a plug-in thinks that the pace of a series differs from the host's. Of a chance <i>p</i> and a factor <i>f</i>
 * becomes the chance 1 − (1 − p)<sup>f</sup>: 2 is a pace twice as fast, 1 is no opinion.
 *
 * @param series whose
 * @param within7Days the factor over the next 7 days, from {@value #LEAST} to {@value #MOST}
 * @param within30Days the same over the next 30. The chance within 30 days is never told as less than that within 7
 * @param reason why, for people: plain text of at most {@value #LONGEST_REASON} characters
 */
public record PaceOpinion(SignalQuestion.Series series, double within7Days, double within30Days, Text reason) {

    /** The least factor. */
    public static final double LEAST = 0.25;

    /** The greatest factor. */
    public static final double MOST = 4;

    /** The longest reason. */
    public static final int LONGEST_REASON = 200;

    /**
     * @throws IllegalArgumentException if a factor is out of bounds, or no number
     */
    public PaceOpinion {
        Objects.requireNonNull(series, "series is null");
        Objects.requireNonNull(reason, "reason is null");
        requireFactor(within7Days);
        requireFactor(within30Days);
    }

    /** One whose pace differs by the same factor over 7 and over 30 days. */
    public static PaceOpinion of(SignalQuestion.Series series, double factor, Text reason) {
        return new PaceOpinion(series, factor, factor, reason);
    }

    /** Whether it says anything that the host does not. */
    public boolean isNone() {
        return within7Days == 1 && within30Days == 1;
    }

    private static void requireFactor(double factor) {
        if (!(factor >= LEAST && factor <= MOST)) {
            throw new IllegalArgumentException(
                    "a factor lies between " + LEAST + " and " + MOST + ", not at " + factor);
        }
    }
}
