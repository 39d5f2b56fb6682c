package org.milesbot.forecast.model;

/**
 * Gauss and Hermite's rule of seven points for the mean of a function of a standard normal variable: the points are the
 * zeros of the probabilists' polynomial He7, each weighs in proportion to 1 / He6(z)^2.
 */
final class Hermite {

    private static final double[] POINTS = {
        -3.7504397177257425,
        -2.366759410734541,
        -1.1544053947399682,
        0,
        1.1544053947399682,
        2.366759410734541,
        3.7504397177257425
    };
    private static final double[] WEIGHTS = {
        0.000548268855972217,
        0.03075712396758652,
        0.2401231786050127,
        0.45714285714285724,
        0.2401231786050127,
        0.03075712396758652,
        0.000548268855972217
    };

    /** How many points. */
    static final int COUNT = POINTS.length;

    private Hermite() {}

    static double point(int i) {
        return POINTS[i];
    }

    static double weight(int i) {
        return WEIGHTS[i];
    }
}
