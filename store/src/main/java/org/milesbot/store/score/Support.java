package org.milesbot.store.score;

import org.milesbot.api.source.Provenance;

/**
 * Who stands behind a promo.
 *
 * @param best the provenance of the source nearest to the programme
 * @param sources how many different sources report it, 1 or more
 */
record Support(Provenance best, int sources) {

    /** The share of what is missing to certainty that one more source leaves. */
    private static final double LEFT = 2.0 / 3;

    Support {
        if (sources < 1) {
            throw new IllegalArgumentException("somebody reports a promo, not " + sources);
        }
    }

    /**
     * From the class of the best source up towards 1: each further source takes a third of what is still missing,
     * {@code 1 - (1 - class) * (2/3)^(sources - 1)}.
     */
    double provenance() {
        return 1 - (1 - worth(best)) * Math.pow(LEFT, sources - 1);
    }

    private static double worth(Provenance provenance) {
        return switch (provenance) {
            case OFFICIAL -> 0.9;
            case BLOG -> 0.6;
            case CHANNEL -> 0.4;
            case RUMOUR -> 0.2;
        };
    }
}
