package org.milesbot.store.score;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How scores are worked out.
 *
 * @param weights how much each part counts for
 * @param halfLife after how long half of a promo's freshness is gone
 */
public record ScoreRule(Weights weights, Duration halfLife) {

    /** What holds where nobody says otherwise: the default weights, and a half-life of 3 days. */
    public static final ScoreRule DEFAULT = new ScoreRule(Weights.DEFAULT, Duration.ofDays(3));

    /**
     * @throws IllegalArgumentException if the half-life is not above zero
     */
    public ScoreRule {
        if (halfLife.isZero() || halfLife.isNegative()) {
            throw new IllegalArgumentException("a half-life is above zero, not " + halfLife);
        }
    }

    /** The score of a promo at an instant. */
    public Score score(ScoreBasis basis, Instant now) {
        return Score.of(
                new ScoreParts(
                        freshness(basis.announcedAt(), basis.overAt(), now),
                        basis.provenance(),
                        basis.structure(),
                        basis.source().hitRate()),
                weights);
    }

    /**
     * {@code 0.5 ^ (age / half-life)}: 1 when the promo is announced, half of it after each half-life, and 0 from the
     * instant on at which it is over.
     */
    double freshness(Instant announcedAt, @Nullable Instant overAt, Instant now) {
        if (overAt != null && !now.isBefore(overAt)) {
            return 0;
        }
        double age = Math.max(0, seconds(Duration.between(announcedAt, now)));
        return Math.pow(0.5, age / seconds(halfLife));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
