package org.milesbot.cli.output;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.cli.pipeline.ToldForecast.Pool;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.model.Certainty;
import org.milesbot.forecast.model.Driver;
import org.milesbot.forecast.model.LikelyWindow;
import org.milesbot.forecast.model.Probability;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.forecast.model.SeriesForecast.Chances;
import org.milesbot.forecast.model.SeriesForecast.Grounds;
import org.milesbot.forecast.model.SeriesForecast.Past;

/** Forecasts written by hand: each test says what is special about its own. */
final class SampleForecast {

    static final LocalDate ORIGIN = LocalDate.of(2026, 11, 20);
    static final LocalDate TODAY = ORIGIN.plusDays(1);

    private static final Probability MONTH = new Probability(.8, .6, .95);

    private final String program;
    private @Nullable String from;
    private Probability week = new Probability(.34, .22, .47);
    private @Nullable Probability high;
    private int campaigns = 12;
    private @Nullable Double gapDays = 17.2;
    private @Nullable LocalDate lastEnd = TODAY.minusDays(9);
    private @Nullable LocalDate announced;
    private @Nullable Level bonus = new Level(70, 80, 90, 12);
    private Certainty certainty = Certainty.MEDIUM;
    private Readiness readiness = Readiness.READY;
    private List<Driver> drivers = List.of();

    private SampleForecast(String program) {
        this.program = program;
    }

    static SampleForecast series(String program) {
        return new SampleForecast(program);
    }

    static ToldForecast of(SeriesForecast... series) {
        SortedMap<Integer, Double> within = new TreeMap<>(Map.of(1, .02, 3, .06, 7, .12, 30, .43, 90, .8));
        List<Double> weights = List.of(.02, .05, .1, .18, .3, .35);
        return new ToldForecast(
                ORIGIN, "hgp-1", new Pool(53.2, within, .131, weights, DayOfWeek.MONDAY), List.of(series), null);
    }

    SampleForecast from(String bank) {
        from = bank;
        return this;
    }

    SampleForecast chance(double value, double low, double most) {
        week = new Probability(value, low, most);
        return this;
    }

    SampleForecast high(double value, double low, double most) {
        high = new Probability(value, low, most);
        return this;
    }

    SampleForecast campaigns(int number, @Nullable Double gap) {
        campaigns = number;
        gapDays = gap;
        return this;
    }

    SampleForecast ended(@Nullable LocalDate day) {
        lastEnd = day;
        return this;
    }

    SampleForecast announced(LocalDate day) {
        announced = day;
        return this;
    }

    SampleForecast bonus(@Nullable Level level) {
        bonus = level;
        return this;
    }

    SampleForecast grounds(Certainty sure, Readiness ready) {
        certainty = sure;
        readiness = ready;
        return this;
    }

    SampleForecast drivers(List<Driver> moving) {
        drivers = moving;
        return this;
    }

    SeriesForecast build() {
        SortedMap<Integer, Probability> within = new TreeMap<>(Map.of(1, week, 3, week, 7, week, 30, MONTH, 90, MONTH));
        SortedMap<Integer, Probability> asked =
                high == null ? new TreeMap<>() : new TreeMap<>(Map.of(1, high, 3, high, 7, high, 30, high, 90, high));
        List<Double> curve = Collections.unmodifiableList(IntStream.rangeClosed(1, 90)
                .mapToObj(day -> 1 - Math.pow(.95, day))
                .collect(Collectors.toList()));
        LocalDate lastStart = lastEnd == null ? null : lastEnd.minusDays(4);
        return new SeriesForecast(
                new SeriesKey(new ProgramId(program), from == null ? null : new OriginId(from)),
                new Past(campaigns, lastStart, lastEnd, announced, gapDays),
                new Chances(within, asked, curve, 14, new LikelyWindow(4, 18)),
                bonus,
                null,
                new Grounds(new TreeMap<>(Map.of(1, .1, 3, .2, 7, .3, 30, .7, 90, .9)), drivers, certainty, readiness));
    }
}
