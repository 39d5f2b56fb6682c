package org.milesbot.forecast.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of several series at the end of a day.
 *
 * @param origin the day; "within 7 days" are the seven after it
 * @param pool what all series say together
 * @param series one each, in the order of their keys
 */
public record Forecast(LocalDate origin, Pool pool, List<SeriesForecast> series) {

    /** Names the method and its constants; what is kept of a forecast says which made it. */
    public static final String VERSION = "hgp-1";

    /** Copies the list. */
    public Forecast {
        series = List.copyOf(series);
    }

    /**
     * What all series say together.
     *
     * @param gapDays from start to start, of a series of which nothing is known
     * @param within the probability of a start of such a series within so many days
     * @param correctedWeight how much of each forecast is the corrected model's, from 0 to 1
     * @param halfLifeWeights how much of each pace is forgotten at each speed: half-lives of 45, 90, 180, 365, 730, 1460
     *     days
     * @param weekday the one that most campaigns start on, or null while too few first days are stated to tell
     */
    public record Pool(
            double gapDays,
            SortedMap<Integer, Double> within,
            double correctedWeight,
            List<Double> halfLifeWeights,
            @Nullable DayOfWeek weekday) {

        /** Copies the collections. */
        public Pool {
            within = Collections.unmodifiableSortedMap(new TreeMap<>(within));
            halfLifeWeights = List.copyOf(halfLifeWeights);
        }

        /** The probability of a start of an unknown series within one of {@link Forecaster#HORIZONS}. */
        public double at(int horizon) {
            return Objects.requireNonNull(within.get(horizon), "not a horizon that is told");
        }
    }
}
