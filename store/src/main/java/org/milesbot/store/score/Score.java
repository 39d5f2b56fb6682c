package org.milesbot.store.score;

/**
 * How much a promo deserves attention: 100 times the weighted mean of its parts.
 *
 * @param value from 0 to 100, rounded to one decimal
 * @param parts what it is made of
 */
public record Score(double value, ScoreParts parts) {

    /** The score that parts have together. */
    public static Score of(ScoreParts parts, Weights weights) {
        return new Score(Math.round(1_000 * weights.mean(parts)) / 10.0, parts);
    }
}
