package org.milesbot.forecast.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.history.SeriesKey;

/**
 * When the next campaign of a programme or a route starts, and how high it is.
 *
 * @param key whose campaign
 * @param past what was known of it
 * @param chances when it starts
 * @param bonus the highest percentage, or null if none is known
 * @param base the percentage that anyone gets, or null if none is known
 * @param grounds what the probabilities rest on
 */
public record SeriesForecast(
        SeriesKey key,
        Past past,
        Chances chances,
        @Nullable Level bonus,
        @Nullable Level base,
        Grounds grounds) {

    /**
     * What was known. Days are days in America/Sao_Paulo.
     *
     * @param campaigns how many distinct campaigns
     * @param lastStart the first day of the last one, or null
     * @param lastEnd the latest of their last days, or null; open if it is not before the origin
     * @param announcedStart the first day of the next one, if it is announced already, else null
     * @param gapDays the days from start to start in the last 12 months on average, or null without two of them
     */
    public record Past(
            int campaigns,
            @Nullable LocalDate lastStart,
            @Nullable LocalDate lastEnd,
            @Nullable LocalDate announcedStart,
            @Nullable Double gapDays) {}

    /**
     * When the next campaign starts.
     *
     * @param within the probability of a start within so many days
     * @param high the same for a start with at least the percentage that was asked for, or empty if none was
     * @param curve the probability of a start within 1, 2, 3 … days
     * @param medianWait after how many days one half is reached, or null if that takes longer than the curve
     * @param window the likely one, or null if that lies beyond the curve
     */
    public record Chances(
            SortedMap<Integer, Probability> within,
            SortedMap<Integer, Probability> high,
            List<Double> curve,
            @Nullable Integer medianWait,
            @Nullable LikelyWindow window) {

        /** Copies the collections. */
        public Chances {
            within = Collections.unmodifiableSortedMap(new TreeMap<>(within));
            high = Collections.unmodifiableSortedMap(new TreeMap<>(high));
            curve = List.copyOf(curve);
        }

        /** The probability of a start within one of {@link Forecaster#HORIZONS}. */
        public Probability at(int horizon) {
            return Objects.requireNonNull(within.get(horizon), "not a horizon that is told");
        }
    }

    /**
     * What the probabilities rest on.
     *
     * @param plain the probability within so many days by the plain model alone
     * @param drivers what moves the pace most just now, at most two
     * @param certainty how much it can be relied on
     * @param readiness whether there is history enough
     */
    public record Grounds(
            SortedMap<Integer, Double> plain, List<Driver> drivers, Certainty certainty, Readiness readiness) {

        /** Copies the collections. */
        public Grounds {
            plain = Collections.unmodifiableSortedMap(new TreeMap<>(plain));
            drivers = List.copyOf(drivers);
        }
    }
}
