package org.milesbot.forecast.model;

import org.apache.commons.math3.special.Gamma;

/**
 * A Gamma distribution of scale 1. commons-math3 has its share below a value, too, but works out the Gamma function anew
 * each time, which is most of what that costs.
 */
final class GammaShape {

    private static final double ACCURACY = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 100_000;
    private static final int USUAL_TERMS = 64;

    private final double shape;
    private final double logGamma;
    private final double[] inverses = new double[USUAL_TERMS];

    GammaShape(double shape) {
        this.shape = shape;
        logGamma = Gamma.logGamma(shape);
        for (int n = 0; n < USUAL_TERMS; n++) {
            inverses[n] = 1 / (shape + n);
        }
    }

    /** 1 / (a + n): a division takes several times as long as the rest of a term. */
    private double inverse(int n) {
        return n < USUAL_TERMS ? inverses[n] : 1 / (shape + n);
    }

    /** a. */
    double shape() {
        return shape;
    }

    /** The density of the logarithm: x^a exp(-x) / Gamma(a). */
    double slope(double value) {
        return Math.exp(shape * Math.log(value) - value - logGamma);
    }

    /**
     * P(a, x): the share below a value.
     *
     * @param slope {@link #slope} there
     */
    double below(double value, double slope) {
        return value < shape + 1 ? slope * series(value) : 1 - slope * fraction(value);
    }

    /** The sum of x^n / (a (a + 1) … (a + n)), n = 0, 1, … (Abramowitz and Stegun 1964, 6.5.29). */
    private double series(double value) {
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * ACCURACY; n++) {
            term *= value * inverse(n);
            sum += term;
        }
        return sum;
    }

    /**
     * 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - …))), by Lentz's method (Abramowitz and Stegun
     * 1964, 6.5.31, the even part; Thompson and Barnett 1986).
     */
    private double fraction(double value) {
        double beside = value + 1 - shape;
        double above = 1 / TINY;
        double below = 1 / beside;
        double product = below;
        double change = 0;
        for (int n = 1; n < MOST_TERMS && Math.abs(change - 1) > ACCURACY; n++) {
            double over = n * (shape - n);
            beside += 2;
            above = beside + over / above;
            below = 1 / (beside + over * below);
            change = above * below;
            product *= change;
        }
        return product;
    }
}
