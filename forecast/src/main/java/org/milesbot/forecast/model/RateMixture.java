package org.milesbot.forecast.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * What is believed of the number of starts that are to be expected within a horizon: a mixture of Gamma distributions.
 *
 * @param parts its components, whose weights sum to 1
 */
record RateMixture(List<Part> parts) {

    private static final double LEAST = -30;
    private static final double MOST = 10;
    private static final double ACCURACY = 1e-14;
    private static final int ITERATIONS = 100_000;
    private static final double SMALLEST = 1e-6;

    /** Newton squares the error, so that one more step leaves none that matters. */
    private static final double CLOSE_ENOUGH = 1e-6;

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final int MOST_STEPS = 100;

    /**
     * A component.
     *
     * @param weight its share
     * @param shape a of the Gamma distribution
     * @param rate its rate
     */
    record Part(double weight, double shape, double rate) {

        private double none() {
            return weight * Math.exp(shape * Math.log(rate / (rate + 1)));
        }

        private double below(double value) {
            return weight * Gamma.regularizedGammaP(shape, rate * value, ACCURACY, ITERATIONS);
        }

        private double slope(double value) {
            double x = rate * value;
            return weight * Math.exp(shape * Math.log(x) - x - Gamma.logGamma(shape));
        }
    }

    RateMixture {
        parts = List.copyOf(parts);
    }

    /** The probability of at least one start: that of a Poisson number whose mean is of this mixture. */
    double atLeastOne() {
        return open(1 - parts.stream().mapToDouble(Part::none).sum());
    }

    /** The probability of a start that a share of all belief lies below. */
    double quantile(double share) {
        return open(-Math.expm1(-Math.exp(logQuantile(share))));
    }

    /** Nothing is certain, though a double may not be able to tell. */
    private static double open(double probability) {
        return Math.min(Math.max(probability, Double.MIN_NORMAL), Math.nextDown(1.0));
    }

    /** Newton on the logarithm, kept inside a bracket that shrinks as bisection would. */
    private double logQuantile(double share) {
        double low = LEAST;
        double high = MOST;
        double at = Math.min(Math.max(beginning(share), LEAST), MOST);
        for (int i = 0; i < MOST_STEPS; i++) {
            double value = Math.exp(at);
            double excess =
                    parts.stream().mapToDouble(part -> part.below(value)).sum() - share;
            if (excess > 0) {
                high = at;
            } else {
                low = at;
            }
            double step = excess
                    / parts.stream().mapToDouble(part -> part.slope(value)).sum();
            if (Math.abs(step) < CLOSE_ENOUGH) {
                return at - step;
            }
            double next = at - step;
            at = next > low && next < high ? next : (low + high) / 2;
        }
        return at;
    }

    /** The quantile of the one Gamma distribution that has the same mean and variance (Wilson and Hilferty 1931). */
    private double beginning(double share) {
        double mean = mean();
        double square = parts.stream()
                .mapToDouble(part -> part.weight * part.shape * (part.shape + 1) / (part.rate * part.rate))
                .sum();
        double shape = mean * mean / (square - mean * mean);
        double root = 1 - 1 / (9 * shape) + NORMAL.inverseCumulativeProbability(share) / (3 * Math.sqrt(shape));
        return Math.log(mean * Math.max(root * root * root, SMALLEST));
    }

    private double mean() {
        return parts.stream()
                .mapToDouble(part -> part.weight * part.shape / part.rate)
                .sum();
    }

    /** This beside another, each with its weight. */
    RateMixture beside(RateMixture other, double ownWeight) {
        List<Part> both = new ArrayList<>();
        parts.forEach(part -> both.add(new Part(ownWeight * part.weight, part.shape, part.rate)));
        other.parts.forEach(part -> both.add(new Part((1 - ownWeight) * part.weight, part.shape, part.rate)));
        return new RateMixture(both);
    }
}
