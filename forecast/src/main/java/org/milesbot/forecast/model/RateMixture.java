package org.milesbot.forecast.model;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What is believed of the number of starts that are to be expected within a horizon: a mixture of Gamma distributions.
 *
 * @param parts its components, whose weights sum to 1
 */
record RateMixture(List<Part> parts) {

    private static final double LEAST = -30;
    private static final double MOST = 10;
    private static final double SMALLEST = 1e-6;

    /** Halley cubes the error, so that one more step leaves none that matters. */
    private static final double CLOSE_ENOUGH = 1e-5;

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final int MOST_STEPS = 100;

    /**
     * A component.
     *
     * @param weight its share
     * @param gamma the Gamma distribution
     * @param rate its rate
     */
    record Part(double weight, GammaShape gamma, double rate) {

        private double none() {
            return weight * Math.exp(gamma.shape() * Math.log(rate / (rate + 1)));
        }

        private double mean() {
            return weight * gamma.shape() / rate;
        }

        private double square() {
            return mean() * (gamma.shape() + 1) / rate;
        }
    }

    RateMixture {
        parts = List.copyOf(parts);
    }

    /** The probability of at least one start: that of a Poisson number whose mean is of this mixture. */
    double atLeastOne() {
        double none = 0;
        for (Part part : parts) {
            none += part.none();
        }
        return open(1 - none);
    }

    /** The probability of a start that a share of all belief lies below. */
    double quantile(double share) {
        return open(-Math.expm1(-Math.exp(logQuantile(share))));
    }

    /** Nothing is certain, though a double may not be able to tell. */
    private static double open(double probability) {
        return Math.min(Math.max(probability, Double.MIN_NORMAL), Math.nextDown(1.0));
    }

    /** Halley's method on the logarithm, kept inside a bracket that shrinks as bisection would. */
    private double logQuantile(double share) {
        double low = LEAST;
        double high = MOST;
        double at = Math.min(Math.max(beginning(share), LEAST), MOST);
        for (int i = 0; i < MOST_STEPS; i++) {
            double value = Math.exp(at);
            double excess = -share;
            double slope = 0;
            double bend = 0;
            for (Part part : parts) {
                double x = part.rate * value;
                double own = part.gamma.slope(x);
                excess += part.weight * part.gamma.below(x, own);
                slope += part.weight * own;
                bend += part.weight * own * (part.gamma.shape() - x);
            }
            if (excess > 0) {
                high = at;
            } else {
                low = at;
            }
            double newton = excess / slope;
            double step = newton / Math.max(1 - newton * bend / (2 * slope), .5);
            double next = at - step;
            if (Math.abs(step) < CLOSE_ENOUGH) {
                return next;
            }
            at = next > low && next < high ? next : (low + high) / 2;
        }
        return at;
    }

    /** The quantile of the one Gamma distribution that has the same mean and variance (Wilson and Hilferty 1931). */
    private double beginning(double share) {
        double mean = 0;
        double square = 0;
        for (Part part : parts) {
            mean += part.mean();
            square += part.square();
        }
        double shape = mean * mean / (square - mean * mean);
        double root = 1 - 1 / (9 * shape) + NORMAL.inverseCumulativeProbability(share) / (3 * Math.sqrt(shape));
        return Math.log(mean * Math.max(root * root * root, SMALLEST));
    }
}
