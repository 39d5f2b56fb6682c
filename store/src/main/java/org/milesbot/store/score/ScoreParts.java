package org.milesbot.store.score;

/**
 * What a score is made of, each from 0 to 1.
 *
 * @param freshness how new the promo is; 0 once it is over
 * @param provenance how near those who say it are to the programme, and how many they are
 * @param structure the share of its key fields that were read from words of an announcement
 * @param hitRate the share of its source's promos that another source confirmed
 */
public record ScoreParts(double freshness, double provenance, double structure, double hitRate) {

    /**
     * @throws IllegalArgumentException if a part lies outside 0 to 1
     */
    public ScoreParts {
        if (!(isShare(freshness) && isShare(provenance) && isShare(structure) && isShare(hitRate))) {
            throw new IllegalArgumentException("a part of a score lies between 0 and 1");
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
