package org.milesbot.forecast.backtest;

import java.time.LocalDate;
import java.util.List;
import org.milesbot.forecast.history.SeriesKey;

/**
 * A question and what each method answered.
 *
 * @param key whose next start
 * @param origin the day at whose end it was asked
 * @param came whether a start came within the horizon
 * @param chances what each method said, in the order of the methods; above 0 and below 1
 */
public record Sample(SeriesKey key, LocalDate origin, boolean came, List<Double> chances) {

    /** Copies the list. */
    public Sample {
        chances = List.copyOf(chances);
    }

    double brier(int method) {
        double error = chances.get(method) - (came ? 1 : 0);
        return error * error;
    }

    double logLoss(int method) {
        return -Math.log(came ? chances.get(method) : 1 - chances.get(method));
    }
}
