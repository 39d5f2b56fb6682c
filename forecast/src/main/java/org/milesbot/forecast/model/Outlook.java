package org.milesbot.forecast.model;

import java.util.ArrayList;
import java.util.List;

/** What one model says of one series for each horizon up to a longest one. */
final class Outlook {

    private final double[] weights;
    private final GammaShape[] shapes = new GammaShape[HalfLives.COUNT];
    private final double[] rates = new double[HalfLives.COUNT];
    private final double[] sums;
    private final double[][] gradients;
    private final double[][] covariance;

    /**
     * @param counts starts and corrected days of the series
     * @param weights of the speeds
     * @param longest the longest horizon, in days
     */
    Outlook(Model model, Paces paces, int series, Counts counts, double[] weights, int longest) {
        this.weights = weights;
        for (int speed = 0; speed < HalfLives.COUNT; speed++) {
            shapes[speed] = new GammaShape(paces.prior().shape() + counts.starts(speed));
            rates[speed] = paces.prior().rate() + counts.days(speed);
        }
        sums = new double[longest + 1];
        gradients = new double[longest + 1][];
        Design design = model.design();
        Columns columns = design.columns();
        double[] mode = columns.spread(model.posterior().mode().toArray());
        covariance = model.posterior().covariance().getData();
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
        double square = 0;
        for (int i = 0; i < gradient.length; i++) {
            square += gradient[i] == 0 ? 0 : gradient[i] * product(covariance[i], gradient);
        }
        return square / (sums[horizon] * sums[horizon]);
    }

    /**
     * The number of starts to be expected within a horizon, as a part of a mixture.
     *
     * @param share which share of all starts counts, such as those of a high bonus
     * @param weight of the part
     */
    List<RateMixture.Part> parts(int horizon, double share, double weight) {
        List<RateMixture.Part> parts = new ArrayList<>(HalfLives.COUNT * Hermite.COUNT);
        double spread = Math.sqrt(variance(horizon));
        for (int i = 0; i < Hermite.COUNT; i++) {
            double factor = share * sums[horizon] * Math.exp(spread * Hermite.point(i));
            for (int speed = 0; speed < HalfLives.COUNT; speed++) {
                double own = weight * weights[speed] * Hermite.weight(i);
                parts.add(new RateMixture.Part(own, shapes[speed], rates[speed] / factor));
            }
        }
        return parts;
    }

    /** The number of starts to be expected within a horizon. */
    RateMixture expected(int horizon) {
        return new RateMixture(parts(horizon, 1, 1));
    }
}
