package org.milesbot.cli.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.ProgramForecast;
import org.milesbot.api.promo.Percent;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.StoredForecast;
import org.milesbot.store.forecast.StoredForecast.Estimate;
import org.milesbot.store.forecast.StoredForecast.Quantiles;

/** Tells jobs of the newest forecasts, those of one day. */
public final class ForecastNews implements JobNews {

    private static final BigDecimal LEAST = BigDecimal.ONE;
    private static final BigDecimal MOST = BigDecimal.valueOf(99);

    private final Forecasts forecasts;

    public ForecastNews(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public JobContext since(Instant now, @Nullable Instant lastSuccess) {
        List<StoredForecast> programs = forecasts.latest(List.of(), null).stream()
                .filter(forecast -> forecast.series().origin() == null)
                .toList();
        LocalDate newest = programs.stream()
                .map(forecast -> forecast.made().originDay())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        List<ProgramForecast> told = programs.stream()
                .filter(forecast -> forecast.made().originDay().equals(newest))
                .limit(JobContext.MOST)
                .map(ForecastNews::told)
                .toList();
        return new JobContext(now, lastSuccess, List.of(), List.of(), List.of(), told);
    }

    private static ProgramForecast told(StoredForecast forecast) {
        Quantiles levels = forecast.levels().highest();
        return new ProgramForecast(
                forecast.series().program(),
                forecast.made().originDay(),
                percent(forecast.chances().day7()),
                percent(forecast.chances().day30()),
                levels == null ? null : levels.q50());
    }

    /** A whole percentage; nothing is impossible, and nothing is sure. */
    private static Percent percent(Estimate estimate) {
        BigDecimal whole =
                BigDecimal.valueOf(estimate.probability()).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return new Percent(whole.max(LEAST).min(MOST));
    }
}
