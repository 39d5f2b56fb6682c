package org.milesbot.forecast.model;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * What is believed of the pace of a series before any of it is seen: Gamma(kappa, rate kappa / m0), with both numbers taken
 * from all series together (empirical Bayes: the marginal likelihood of Gamma-Poisson counts is a negative binomial's).
 *
 * @param shape kappa: how many starts the belief is worth
 * @param mean m0: in starts a day
 */
record PooledPrior(double shape, double mean) {

    private static final double[] SHAPES = {.25, .5, 1, 2, 4, 8};
    private static final int MEANS = 33;
    private static final double LEAST = Math.log(1.0 / 1000);
    private static final double MOST = Math.log(1.0 / 4);
    private static final double SHAPE_SPREAD = .7;
    private static final double MEAN_SPREAD = 1.5;
    private static final double USUAL_GAP = 45;

    /** The most likely of a grid, from the starts and the days of each series. */
    static PooledPrior of(double[] starts, double[] days) {
        PooledPrior best = new PooledPrior(1, 1 / USUAL_GAP);
        double highest = Double.NEGATIVE_INFINITY;
        for (double shape : SHAPES) {
            double gammas = Arrays.stream(starts)
                    .map(count -> Gamma.logGamma(shape + count) - Gamma.logGamma(shape))
                    .sum();
            for (int i = 0; i < MEANS; i++) {
                PooledPrior tried = new PooledPrior(shape, mean(i));
                double plausibility = gammas + tried.plausibility(starts, days);
                if (plausibility > highest) {
                    highest = plausibility;
                    best = tried;
                }
            }
        }
        return best;
    }

    private static double mean(int i) {
        return Math.exp(LEAST + i * (MOST - LEAST) / (MEANS - 1));
    }

    /** Less what only depends on the shape. */
    private double plausibility(double[] starts, double[] days) {
        double shapeAside = Math.log(shape) / SHAPE_SPREAD;
        double meanAside = Math.log(USUAL_GAP * mean) / MEAN_SPREAD;
        double sum = -shapeAside * shapeAside / 2 - meanAside * meanAside / 2;
        for (int i = 0; i < starts.length; i++) {
            sum += shape * Math.log(rate()) - (shape + starts[i]) * Math.log(rate() + days[i]);
        }
        return sum;
    }

    /** b0: in days. */
    double rate() {
        return shape / mean;
    }
}
