package org.milesbot.forecast.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/** What one model says of one series for each horizon up to a longest one. */
final class Outlook {

    private final Counts counts;
    private final Paces paces;
    private final double[] weights;
    private final double[] sums;
    private final double[][] gradients;
    private final RealMatrix covariance;

    /**
     * @param counts starts and corrected days of the series
     * @param weights of the speeds
     * @param longest the longest horizon, in days
     */
    Outlook(Model model, Paces paces, int series, Counts counts, double[] weights, int longest) {
        this.counts = counts;
        this.paces = paces;
        this.weights = weights;
        sums = new double[longest + 1];
        gradients = new double[longest + 1][];
        Design design = model.design();
        Columns columns = design.columns();
        double[] mode = columns.spread(model.posterior().mode().toArray());
        covariance = model.posterior().covariance();
        double[] gradient = new double[columns.width()];
        for (int ahead = 1; ahead <= longest; ahead++) {
            double[] row = new double[columns.width()];
            design.add(series, ahead, 1, row);
            double rate = Math.exp(product(row, mode));
            sums[ahead] = sums[ahead - 1] + rate;
            for (int i = 0; i < row.length; i++) {
                gradient[i] += rate * row[i];
            }
            gradients[ahead] = columns.gather(gradient);
        }
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    /** R: the sum of what multiplies the pace on each day. */
    double sum(int horizon) {
        return sums[horizon];
    }

    /** v: the variance of the logarithm of {@link #sum}. */
    double variance(int horizon) {
        double[] gradient = gradients[horizon];
        return product(gradient, covariance.operate(gradient)) / (sums[horizon] * sums[horizon]);
    }

    /**
     * The number of starts to be expected within a horizon.
     *
     * @param share which share of all starts counts, such as those of a high bonus
     */
    RateMixture expected(int horizon, double share) {
        List<RateMixture.Part> parts = new ArrayList<>(HalfLives.COUNT * Hermite.COUNT);
        double spread = Math.sqrt(variance(horizon));
        for (int speed = 0; speed < HalfLives.COUNT; speed++) {
            double shape = paces.prior().shape() + counts.starts(speed);
            double rate = paces.prior().rate() + counts.days(speed);
            for (int i = 0; i < Hermite.COUNT; i++) {
                double factor = share * sums[horizon] * Math.exp(spread * Hermite.point(i));
                parts.add(new RateMixture.Part(weights[speed] * Hermite.weight(i), shape, rate / factor));
            }
        }
        return new RateMixture(parts);
    }
}
