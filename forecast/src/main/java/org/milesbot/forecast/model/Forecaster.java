package org.milesbot.forecast.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.forecast.bonus.Levels;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.Series;
import org.milesbot.forecast.model.Forecast.Pool;
import org.milesbot.forecast.model.SeriesForecast.Chances;
import org.milesbot.forecast.model.SeriesForecast.Grounds;
import org.milesbot.forecast.model.SeriesForecast.Past;

/**
 * Forecasts the next campaign by the hedged Gamma-Poisson model: a pace that forgets at a speed the data choose, corrected
 * for weekday, calendar, time since the last campaign and the market as far as the history proves that this helps. The same
 * input gives the same output to the last bit. Immutable and safe for use by several threads.
 */
public final class Forecaster {

    /** The horizons that are told, in days. */
    public static final List<Integer> HORIZONS = List.of(1, 3, 7, 30, 90);

    private static final double LOW = .1;
    private static final double HIGH = .9;
    private static final int MONTH = 30;
    private static final int EXACT_STARTS_FOR_A_WEEKDAY = 40;
    private static final int YEAR = 365;

    private final Known known;
    private final Panel panel;
    private final List<DatedCampaign> announced;
    private final @Nullable Percent asked;

    private Forecaster(History history, Known known, Panel panel, @Nullable Percent asked) {
        announced = history.announced(known.origin());
        this.known = known;
        this.panel = panel;
        this.asked = asked;
    }

    /**
     * Forecasts programmes.
     *
     * @param history all that is known; what begins after the day is only told as announced
     * @param origin the day at whose end the forecast is made
     * @param asked the percentage whose probability is asked for, too, or null
     */
    public static Forecast programs(History history, LocalDate origin, @Nullable Percent asked) {
        Known known = history.programs(origin);
        return new Forecaster(history, known, Panel.ofPrograms(known), asked).forecast();
    }

    /**
     * Forecasts routes, each a pair of programme and origin. They share campaigns, therefore only the pace and the weekday
     * are looked at.
     *
     * @param history all that is known; what begins after the day is only told as announced
     * @param origin the day at whose end the forecast is made
     * @param asked the percentage whose probability is asked for, too, or null
     */
    public static Forecast routes(History history, LocalDate origin, @Nullable Percent asked) {
        Known known = history.routes(origin);
        return new Forecaster(history, known, Panel.ofRoutes(known), asked).forecast();
    }

    private Forecast forecast() {
        List<SeriesForecast> all = IntStream.range(0, known.series().size())
                .mapToObj(this::forecast)
                .toList();
        return new Forecast(known.origin(), pool(), all);
    }

    private Pool pool() {
        Outlook stranger = panel.strangersOutlook();
        SortedMap<Integer, Double> within =
                byHorizon(horizon -> stranger.expected(horizon).atLeastOne());
        double[] weights = panel.paces().weights(panel.grid().last());
        return new Pool(
                1 / panel.paces().prior().mean(),
                within,
                panel.fullWeight(),
                Arrays.stream(weights).boxed().toList(),
                weekday());
    }

    private @Nullable DayOfWeek weekday() {
        long exact = known.series().stream()
                .flatMap(series -> series.campaigns().stream())
                .filter(campaign -> campaign.known().start() && campaign.known().end())
                .distinct()
                .count();
        return exact < EXACT_STARTS_FOR_A_WEEKDAY ? null : panel.likeliestWeekday();
    }

    private static <T> SortedMap<Integer, T> byHorizon(IntFunction<T> of) {
        SortedMap<Integer, T> map = new TreeMap<>();
        HORIZONS.forEach(horizon -> map.put(horizon, of.apply(horizon)));
        return map;
    }

    private SeriesForecast forecast(int index) {
        Series series = known.series().get(index);
        Outlooks outlooks = panel.outlooks(index);
        Chances chances = chances(series, outlooks);
        double starts = panel.paces().counts(index).starts(HalfLives.TWO_YEARS);
        Grounds grounds = new Grounds(
                byHorizon(horizon -> outlooks.plain().expected(horizon).atLeastOne()),
                panel.drivers(index),
                // Those of routes hardly tell one week from another when they are scored.
                series.key().isRoute() ? Certainty.LOW : Certainty.of(starts, chances.at(MONTH)),
                Readiness.of(series.campaigns().size(), starts));
        return new SeriesForecast(
                series.key(),
                past(series),
                chances,
                Levels.bonus(series).orElse(null),
                Levels.base(series).orElse(null),
                grounds);
    }

    private Chances chances(Series series, Outlooks outlooks) {
        List<Double> curve = new ArrayList<>();
        for (int ahead = 1; ahead <= Panel.LONGEST; ahead++) {
            curve.add(outlooks.expected(ahead, 1).atLeastOne());
        }
        int median = (int) curve.stream().takeWhile(chance -> chance < .5).count() + 1;
        return new Chances(
                byHorizon(horizon -> probability(outlooks.expected(horizon, 1))),
                high(series, outlooks),
                curve,
                median > curve.size() ? null : median,
                LikelyWindow.of(curve).orElse(null));
    }

    private SortedMap<Integer, Probability> high(Series series, Outlooks outlooks) {
        double share = asked == null ? 0 : Levels.atLeast(series, asked);
        return share == 0 ? new TreeMap<>() : byHorizon(horizon -> probability(outlooks.expected(horizon, share)));
    }

    private static Probability probability(RateMixture mixture) {
        return new Probability(mixture.atLeastOne(), mixture.quantile(LOW), mixture.quantile(HIGH));
    }

    private Past past(Series series) {
        List<DatedCampaign> campaigns = series.campaigns();
        LocalDate lastStart = campaigns.stream()
                .map(DatedCampaign::start)
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate lastEnd = campaigns.stream()
                .map(DatedCampaign::end)
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate announced = this.announced.stream()
                .filter(campaign -> campaign.isOf(series.key()))
                .map(DatedCampaign::start)
                .findFirst()
                .orElse(null);
        return new Past(campaigns.size(), lastStart, lastEnd, announced, gapDays(campaigns));
    }

    private @Nullable Double gapDays(List<DatedCampaign> campaigns) {
        List<Long> starts = campaigns.stream()
                .map(campaign -> campaign.start().toEpochDay())
                .filter(day -> day > known.origin().toEpochDay() - YEAR)
                .distinct()
                .sorted()
                .toList();
        return starts.size() < 2 ? null : (starts.get(starts.size() - 1) - starts.get(0)) / (starts.size() - 1.0);
    }
}
