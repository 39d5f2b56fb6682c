package org.milesbot.cli.bot.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.forecast.StoredForecast;
import org.milesbot.store.forecast.StoredForecast.Basis;
import org.milesbot.store.forecast.StoredForecast.Chances;
import org.milesbot.store.forecast.StoredForecast.Confidence;
import org.milesbot.store.forecast.StoredForecast.Driver;
import org.milesbot.store.forecast.StoredForecast.Estimate;
import org.milesbot.store.forecast.StoredForecast.Last;
import org.milesbot.store.forecast.StoredForecast.Levels;
import org.milesbot.store.forecast.StoredForecast.Made;
import org.milesbot.store.forecast.StoredForecast.Outlook;
import org.milesbot.store.forecast.StoredForecast.Pair;
import org.milesbot.store.forecast.StoredForecast.Quantiles;
import org.milesbot.store.forecast.StoredForecast.Readiness;
import org.milesbot.store.forecast.StoredForecast.Rivals;
import org.milesbot.store.forecast.StoredForecast.Series;
import org.milesbot.store.forecast.StoredForecast.Span;

/** Forecasts as the night before a scene left them. */
public final class Foretold {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Outlook SOON = new Outlook(17, new Span(DAY.plusDays(4), DAY.plusDays(18)), null, null);

    private Foretold() {}

    /** Of a programme that usually gives 70 to 100 %, of these 30 to 50 % to anyone. */
    public static StoredForecast of(String program, double week, double month) {
        return of(program, null, week, month, SOON);
    }

    public static StoredForecast of(
            String program, @Nullable String origin, double week, double month, Outlook outlook) {
        return new StoredForecast(
                new Series(new ProgramId(program), origin == null ? null : new OriginId(origin)),
                new Made(DAY, Instant.parse("2026-11-21T07:30:00Z"), "hgp-1"),
                new Chances(
                        about(week / 7),
                        about(week / 2),
                        about(week),
                        about(month),
                        about((1 + month) / 2),
                        IntStream.rangeClosed(1, Chances.CURVE_DAYS)
                                .mapToObj(day -> 1 - Math.exp(-day / 31.7))
                                .toList()),
                new Rivals(
                        new Pair(0.3, 0.7), new Pair(0.3, 0.7), new Pair(0.2, 0.8), new Pair(0.16, 0.46), 0.13, null),
                new Levels(quantiles(70, 80, 100), quantiles(30, 40, 50)),
                outlook,
                new Basis(
                        18,
                        Confidence.MEDIUM,
                        Readiness.READY,
                        List.of(new Driver("weekday", 0.4)),
                        new Last(DAY.minusDays(9), DAY.minusDays(6)),
                        17.25));
    }

    private static Estimate about(double probability) {
        return new Estimate(probability, probability / 2, (1 + probability) / 2);
    }

    private static Quantiles quantiles(int low, int middle, int high) {
        return new Quantiles(Percent.of(low), Percent.of(middle), Percent.of(high));
    }
}
