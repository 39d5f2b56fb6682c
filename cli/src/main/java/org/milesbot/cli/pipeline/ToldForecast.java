package org.milesbot.cli.pipeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.model.Forecast;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.store.forecast.Opinion;

/**
 * A forecast to be told, just made or kept from before. One that was kept is not told with all that it once was.
 *
 * @param origin the day at whose end it was made; "within 7 days" are the seven after it
 * @param modelVersion by which method
 * @param pool what all series say together
 * @param series one each, in the order of their keys
 * @param opinions what plug-ins think of it, by series; null where none was asked
 */
public record ToldForecast(
        LocalDate origin,
        String modelVersion,
        Pool pool,
        List<SeriesForecast> series,
        @Nullable Map<SeriesKey, List<Opinion>> opinions) {

    /**
     * What all series say together.
     *
     * @param gapDays from start to start, of a series of which nothing is known; null if that was not kept
     * @param within the probability of a start of such a series within so many days, for some horizons
     * @param correctedWeight how much of each forecast is the corrected model's, from 0 to 1
     * @param halfLifeWeights how much of each pace is forgotten at each speed; empty if that was not kept
     * @param weekday the one that most campaigns start on, or null if that is not known
     */
    public record Pool(
            @Nullable Double gapDays,
            SortedMap<Integer, Double> within,
            double correctedWeight,
            List<Double> halfLifeWeights,
            @Nullable DayOfWeek weekday) {

        /** Copies the collections. */
        public Pool {
            within = Collections.unmodifiableSortedMap(new TreeMap<>(within));
            halfLifeWeights = List.copyOf(halfLifeWeights);
        }
    }

    /** Copies the collections. */
    public ToldForecast {
        series = List.copyOf(series);
        opinions = opinions == null ? null : Map.copyOf(opinions);
    }

    /** What can be said where no campaign is known. */
    static ToldForecast nothing(LocalDate origin) {
        return new ToldForecast(
                origin, Forecast.VERSION, new Pool(null, new TreeMap<>(), 0, List.of(), null), List.of(), null);
    }

    /** A forecast that was just made. */
    public static ToldForecast of(Forecast made) {
        Forecast.Pool pool = made.pool();
        return new ToldForecast(
                made.origin(),
                Forecast.VERSION,
                new Pool(pool.gapDays(), pool.within(), pool.correctedWeight(), pool.halfLifeWeights(), pool.weekday()),
                made.series(),
                null);
    }

    /** The same of some series only. */
    public ToldForecast only(Predicate<SeriesKey> wanted) {
        return new ToldForecast(
                origin,
                modelVersion,
                pool,
                series.stream().filter(one -> wanted.test(one.key())).toList(),
                opinions);
    }

    /** The same, and what plug-ins think of it. */
    ToldForecast with(@Nullable Map<SeriesKey, List<Opinion>> judged) {
        return new ToldForecast(origin, modelVersion, pool, series, judged);
    }

    /** What plug-ins think of one of its series. */
    public List<Opinion> opinionsOf(SeriesKey key) {
        return opinions == null ? List.of() : opinions.getOrDefault(key, List.of());
    }
}
