package org.milesbot.store.score;

/**
 * How much each part counts for in a score. Only their proportions matter: 4, 3, 2, 1 is the same as 0.4, 0.3, 0.2, 0.1.
 *
 * @param freshness of how new the promo is
 * @param provenance of who says it
 * @param structure of how much of it was read
 * @param hitRate of how often its source was right
 */
public record Weights(double freshness, double provenance, double structure, double hitRate) {

    /** What counts where nobody says otherwise. */
    public static final Weights DEFAULT = new Weights(0.4, 0.3, 0.2, 0.1);

    /**
     * @throws IllegalArgumentException if one is negative or no number, or all are zero
     */
    public Weights {
        if (!(isWeight(freshness) && isWeight(provenance) && isWeight(structure) && isWeight(hitRate))) {
            throw new IllegalArgumentException("a weight is 0 or more");
        }
        if (freshness + provenance + structure + hitRate == 0) {
            throw new IllegalArgumentException("one weight at least is above 0");
        }
    }

    private static boolean isWeight(double value) {
        return value >= 0 && Double.isFinite(value);
    }

    /** The weighted mean of the parts, from 0 to 1. */
    double mean(ScoreParts parts) {
        double sum = freshness * parts.freshness()
                + provenance * parts.provenance()
                + structure * parts.structure()
                + hitRate * parts.hitRate();
        return sum / (freshness + provenance + structure + hitRate);
    }
}
