package org.milesbot.forecast.backtest;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * How well a method did at one horizon.
 *
 * @param method its name
 * @param accuracy how near it came
 * @param calibration whether what it says is likely happens as often
 * @param behind how far it is behind the first of the methods
 */
public record MethodScore(String method, Accuracy accuracy, Calibration calibration, Behind behind) {

    /**
     * How near a method came.
     *
     * @param brier the mean squared error of its probabilities (Brier 1950); less is better
     * @param skill by which share that is less than climatology's
     * @param logLoss the mean negative logarithm of the probability it gave to what happened; less is better
     * @param auc the probability that it says more before a start than before none; NaN without one or the other
     * @param sharpness the standard deviation of its probabilities: how far it dares to leave the mean
     */
    public record Accuracy(double brier, double skill, double logLoss, double auc, double sharpness) {}

    /**
     * Whether what a method says is likely happens as often.
     *
     * @param error the expected calibration error
     * @param bins its probabilities beside what happened
     */
    public record Calibration(Estimate error, List<Bin> bins) {}

    /**
     * How far a method is behind the first of the methods; less than 0 where it is ahead.
     *
     * @param brier in the Brier score
     * @param logLoss in the log loss
     */
    public record Behind(Estimate brier, Estimate logLoss) {}

    /**
     * Scores one of some methods.
     *
     * @param climatology which of them is
     */
    static MethodScore of(List<String> methods, int method, int climatology, List<Sample> samples) {
        Blocks blocks = new Blocks(samples);
        double brier = samples.stream()
                .mapToDouble(sample -> sample.brier(method))
                .average()
                .orElse(0);
        double usual = samples.stream()
                .mapToDouble(sample -> sample.brier(climatology))
                .average()
                .orElse(0);
        double[] chances = chances(samples, method).toArray();
        Accuracy accuracy = new Accuracy(
                brier,
                1 - brier / usual,
                samples.stream()
                        .mapToDouble(sample -> sample.logLoss(method))
                        .average()
                        .orElse(0),
                auc(samples, chances),
                new StandardDeviation().evaluate(chances));
        Calibration calibration = new Calibration(
                blocks.calibrationError(method), Reliability.of(samples, method).bins());
        Behind behind = new Behind(
                blocks.mean(sample -> sample.brier(method) - sample.brier(0)),
                blocks.mean(sample -> sample.logLoss(method) - sample.logLoss(0)));
        return new MethodScore(methods.get(method), accuracy, calibration, behind);
    }

    private static DoubleStream chances(List<Sample> samples, int method) {
        return samples.stream().mapToDouble(sample -> sample.chances().get(method));
    }

    /** By the sum of ranks (Mann and Whitney 1947). */
    private static double auc(List<Sample> samples, double[] chances) {
        double[] ranks = new NaturalRanking().rank(chances);
        double hits = 0;
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            hits += samples.get(i).came() ? 1 : 0;
            sum += samples.get(i).came() ? ranks[i] : 0;
        }
        return (sum - hits * (hits + 1) / 2) / (hits * (ranks.length - hits));
    }
}
