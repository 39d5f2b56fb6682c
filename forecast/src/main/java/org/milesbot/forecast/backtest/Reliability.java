package org.milesbot.forecast.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what is said to be likely happens as often: forecasts in ten bins of equal width. The expected calibration error
 * is the mean distance of forecast and frequency, each bin counting as much as it holds (Naeini et al. 2015).
 */
final class Reliability {

    private static final int BINS = 10;

    private final double[] forecasts = new double[BINS];
    private final double[] hits = new double[BINS];
    private final int[] counts = new int[BINS];
    private int whole;

    static Reliability of(List<Sample> samples, int method) {
        Reliability reliability = new Reliability();
        samples.forEach(sample -> reliability.add(sample.chances().get(method), sample.came()));
        return reliability;
    }

    private void add(double chance, boolean came) {
        int bin = Math.min((int) (chance * BINS), BINS - 1);
        forecasts[bin] += chance;
        hits[bin] += came ? 1 : 0;
        counts[bin]++;
        whole++;
    }

    /** Adds the forecasts of another. */
    void add(Reliability other) {
        for (int bin = 0; bin < BINS; bin++) {
            forecasts[bin] += other.forecasts[bin];
            hits[bin] += other.hits[bin];
            counts[bin] += other.counts[bin];
        }
        whole += other.whole;
    }

    double error() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(forecasts[bin] - hits[bin]);
        }
        return whole == 0 ? 0 : sum / whole;
    }

    /** Those that hold any, by probability. */
    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                bins.add(new Bin(forecasts[bin] / counts[bin], hits[bin] / counts[bin], counts[bin]));
            }
        }
        return bins;
    }
}
