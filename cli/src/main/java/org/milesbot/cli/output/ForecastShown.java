package org.milesbot.cli.output;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;

/**
 * A forecast and how it is to be shown.
 *
 * @param forecast the forecast
 * @param today the day the reader stands on, as "yesterday" and "until today" count from it
 * @param asked the percentage whose probability is asked for, too, or null
 * @param inWords whether each series has a sentence of its own
 * @param notes what else the reader should know
 */
public record ForecastShown(
        ToldForecast forecast, LocalDate today, @Nullable Percent asked, boolean inWords, List<Text> notes) {

    private static final int WEEK = 7;

    /** Copies the notes. */
    public ForecastShown {
        notes = List.copyOf(notes);
    }

    /**
     * A forecast as it is read on the first of the days that it speaks of, unless that is yet to come.
     *
     * @param now the day it is
     */
    public static ForecastShown on(LocalDate now, ToldForecast forecast, @Nullable Percent asked, boolean inWords) {
        LocalDate first = forecast.origin().plusDays(1);
        return new ForecastShown(forecast, first.isAfter(now) ? now : first, asked, inWords, List.of());
    }

    /** The same with notes. */
    public ForecastShown with(List<Text> further) {
        return new ForecastShown(forecast, today, asked, inWords, further);
    }

    /** The likeliest first; those without a history of their own last. */
    public List<SeriesForecast> ordered() {
        return forecast.series().stream()
                .sorted(Comparator.comparing(
                                (SeriesForecast series) -> series.grounds().readiness() == Readiness.NONE)
                        .thenComparing(series -> -series.chances().at(WEEK).value())
                        .thenComparing(SeriesForecast::key))
                .toList();
    }

    /** Whether a campaign of the series is open on the day. */
    boolean isRunning(SeriesForecast series) {
        LocalDate end = series.past().lastEnd();
        return end != null && !end.isBefore(today);
    }

    /** Whether the next campaign is announced for a day within so many. */
    public boolean isAnnounced(SeriesForecast series, int horizon) {
        LocalDate start = series.past().announcedStart();
        return start != null && !start.isAfter(forecast.origin().plusDays(horizon));
    }

    /** Whether it is of routes, not of programmes. */
    boolean isOfRoutes() {
        return forecast.series().stream().anyMatch(series -> series.key().isRoute());
    }
}
