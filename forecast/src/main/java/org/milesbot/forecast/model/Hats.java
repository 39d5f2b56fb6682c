package org.milesbot.forecast.model;

/** Piecewise linear functions that share a value among the two knots beside it. */
final class Hats {

    private static final double[] KNOTS = {0, .2, .5, .8, 1.2, 1.8, 3};

    private Hats() {}

    /** The knot at or before a value, which is cut off at the last one; never the last. */
    static int before(double value) {
        int knot = 0;
        while (knot < KNOTS.length - 2 && value >= KNOTS[knot + 1]) {
            knot++;
        }
        return knot;
    }

    /** How much of a value falls to the knot after {@link #before}; the rest falls to that one. */
    static double after(double value) {
        int knot = before(value);
        double inside = Math.min(Math.max(value, 0), KNOTS[KNOTS.length - 1]);
        return (inside - KNOTS[knot]) / (KNOTS[knot + 1] - KNOTS[knot]);
    }
}
