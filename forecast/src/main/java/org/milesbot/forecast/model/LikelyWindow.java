package org.milesbot.forecast.model;

import java.util.List;
import java.util.Optional;

/**
 * The shortest run of days that the next start falls into with at least one half. It always lies within the days that
 * are forecast.
 *
 * @param first in days after the origin, from 1
 * @param last in days after the origin
 */
public record LikelyWindow(int first, int last) {

    private static final double SHARE = .5;

    /** From the probabilities of a start within 1, 2, 3 … days; nothing if they do not reach one half. */
    static Optional<LikelyWindow> of(List<Double> within) {
        LikelyWindow shortest = null;
        int first = 1;
        for (int last = 1; last <= within.size(); last++) {
            while (between(within, first + 1, last) >= SHARE) {
                first++;
            }
            boolean isEnough = between(within, first, last) >= SHARE;
            if (isEnough && (shortest == null || last - first < shortest.last - shortest.first)) {
                shortest = new LikelyWindow(first, last);
            }
        }
        return Optional.ofNullable(shortest);
    }

    /**
     * The probability that it falls into these days.
     *
     * @param within that it comes within 1, 2, 3 … days
     */
    public double chance(List<Double> within) {
        return between(within, first, last);
    }

    private static double between(List<Double> within, int first, int last) {
        if (first > last) {
            return 0;
        }
        return within.get(last - 1) - (first == 1 ? 0 : within.get(first - 2));
    }
}
