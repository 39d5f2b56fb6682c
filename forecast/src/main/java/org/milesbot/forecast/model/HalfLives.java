package org.milesbot.forecast.model;

import java.util.Arrays;

/** How fast the pace of a series may forget: six speeds at once, of which the data choose. */
final class HalfLives {

    /** How many there are. */
    static final int COUNT = 6;

    /** The one whose counts the pooled prior is made from, and by which readiness is told: two years. */
    static final int TWO_YEARS = 4;

    private static final double[] DAYS = {45, 90, 180, 365, 730, 1460};
    private static final double[] PRIOR = {.02, .05, .10, .18, .30, .35};
    private static final double[] KEPT =
            Arrays.stream(DAYS).map(HalfLives::keptADay).toArray();

    private HalfLives() {}

    /** What is left of a count after one day at a speed. */
    static double kept(int speed) {
        return KEPT[speed];
    }

    /** The weight that a speed has before anything is known. */
    static double prior(int speed) {
        return PRIOR[speed];
    }

    /** What is left after one day of what halves in so many. */
    static double keptADay(double halfLife) {
        return Math.pow(2, -1 / halfLife);
    }
}
