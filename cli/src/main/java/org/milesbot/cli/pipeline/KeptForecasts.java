package org.milesbot.cli.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.forecast.backtest.Scorecard.Published;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.method.Climatology;
import org.milesbot.forecast.method.GammaPoisson;
import org.milesbot.forecast.model.Certainty;
import org.milesbot.forecast.model.Driver;
import org.milesbot.forecast.model.Feature;
import org.milesbot.forecast.model.LikelyWindow;
import org.milesbot.forecast.model.Probability;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.forecast.model.SeriesForecast.Chances;
import org.milesbot.forecast.model.SeriesForecast.Grounds;
import org.milesbot.forecast.model.SeriesForecast.Past;
import org.milesbot.store.forecast.Opinion;
import org.milesbot.store.forecast.StoredForecast;
import org.milesbot.store.forecast.StoredForecast.Basis;
import org.milesbot.store.forecast.StoredForecast.Estimate;
import org.milesbot.store.forecast.StoredForecast.Last;
import org.milesbot.store.forecast.StoredForecast.Levels;
import org.milesbot.store.forecast.StoredForecast.Made;
import org.milesbot.store.forecast.StoredForecast.Pair;
import org.milesbot.store.forecast.StoredForecast.Quantiles;
import org.milesbot.store.forecast.StoredForecast.Rivals;
import org.milesbot.store.forecast.StoredForecast.Span;

/** Forecasts as they are kept, and back. What is kept is enough to be told, and to be held against what came. */
final class KeptForecasts {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    /** Whose answers {@link #published} gives, in that order. */
    static final List<String> METHODS = List.of("hedged_gamma_poisson", "climatology", "gamma_poisson", "plain");

    private KeptForecasts() {}

    /** The answers of a forecast that was kept; where a campaign was announced there was nothing to foretell. */
    static Stream<Published> published(StoredForecast kept) {
        Rivals rivals = kept.rivals();
        return Stream.of(
                        published(
                                kept,
                                WEEK,
                                kept.chances().day7().probability(),
                                rivals.climatology().day7(),
                                rivals.baseline().day7(),
                                rivals.plain().day7()),
                        published(
                                kept,
                                MONTH,
                                kept.chances().day30().probability(),
                                rivals.climatology().day30(),
                                rivals.baseline().day30(),
                                rivals.plain().day30()))
                .filter(one -> !isAnnounced(kept, one.horizon()));
    }

    private static Published published(StoredForecast kept, int horizon, double... chances) {
        List<Double> all = DoubleStream.of(chances).boxed().toList();
        return new Published(key(kept), kept.made().originDay(), horizon, all);
    }

    private static boolean isAnnounced(StoredForecast kept, int horizon) {
        LocalDate announced = kept.outlook().announcedStart();
        return announced != null && !announced.isAfter(kept.made().originDay().plusDays(horizon));
    }

    /**
     * The series that were reckoned with, as they are kept.
     *
     * @param known what the forecast was made from
     * @param at when it was made
     */
    static List<StoredForecast> kept(ToldForecast told, Known known, Instant at) {
        Map<SeriesKey, Map<Integer, Double>> baseline = new GammaPoisson().chances(known, List.of(WEEK, MONTH));
        Map<SeriesKey, Map<Integer, Double>> climatology = new Climatology().chances(known, List.of(WEEK, MONTH));
        List<StoredForecast> kept = new ArrayList<>();
        for (SeriesForecast series : told.series()) {
            if (baseline.containsKey(series.key())) {
                Rivals rivals = new Rivals(
                        pair(series.grounds().plain()),
                        pair(baseline.get(series.key())),
                        pair(climatology.get(series.key())),
                        pair(told.pool().within()),
                        told.pool().correctedWeight(),
                        told.opinions() == null ? null : told.opinionsOf(series.key()));
                kept.add(kept(series, new Made(told.origin(), at, told.modelVersion()), rivals));
            }
        }
        return kept;
    }

    private static Pair pair(@Nullable Map<Integer, Double> chances) {
        Map<Integer, Double> told = Objects.requireNonNull(chances, "one method leaves out what another reckons with");
        return new Pair(told.getOrDefault(WEEK, 0.0), told.getOrDefault(MONTH, 0.0));
    }

    private static StoredForecast kept(SeriesForecast series, Made made, Rivals rivals) {
        Chances chances = series.chances();
        Past past = series.past();
        LocalDate origin = made.originDay();
        LikelyWindow window = chances.window();
        return new StoredForecast(
                new StoredForecast.Series(series.key().program(), series.key().origin()),
                made,
                new StoredForecast.Chances(
                        estimate(chances.at(1)),
                        estimate(chances.at(3)),
                        estimate(chances.at(WEEK)),
                        estimate(chances.at(MONTH)),
                        estimate(chances.at(90)),
                        chances.curve()),
                rivals,
                new Levels(quantiles(series.bonus()), quantiles(series.base())),
                new StoredForecast.Outlook(
                        chances.medianWait(),
                        window == null
                                ? null
                                : new Span(origin.plusDays(window.first()), origin.plusDays(window.last())),
                        past.announcedStart(),
                        past.lastEnd() != null && past.lastEnd().isAfter(origin) ? past.lastEnd() : null),
                basis(past, series.grounds()));
    }

    private static Basis basis(Past past, Grounds grounds) {
        return new Basis(
                past.campaigns(),
                StoredForecast.Confidence.valueOf(grounds.certainty().name()),
                StoredForecast.Readiness.valueOf(grounds.readiness().name()),
                grounds.drivers().stream()
                        .map(driver -> new StoredForecast.Driver(slug(driver.feature()), driver.factor() - 1))
                        .toList(),
                past.lastStart() == null ? null : new Last(past.lastStart(), past.lastEnd()),
                past.gapDays());
    }

    private static String slug(Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }

    private static Estimate estimate(Probability chance) {
        return new Estimate(chance.value(), chance.low(), chance.high());
    }

    private static @Nullable Quantiles quantiles(@Nullable Level level) {
        return level == null
                ? null
                : new Quantiles(percent(level.low()), percent(level.typical()), percent(level.high()));
    }

    private static Percent percent(double value) {
        return new Percent(BigDecimal.valueOf(value));
    }

    /**
     * A forecast that was kept.
     *
     * @param kept its series, all made on the same day
     */
    static ToldForecast told(LocalDate origin, List<StoredForecast> kept) {
        StoredForecast any = kept.get(0);
        return new ToldForecast(
                origin,
                any.made().modelVersion(),
                new ToldForecast.Pool(
                        null, map(any.rivals().pooled()), any.rivals().omegaFull(), List.of(), null),
                kept.stream().map(KeptForecasts::told).toList(),
                opinions(kept).orElse(null));
    }

    /** What plug-ins thought of forecasts of one day; nothing if none was asked then. */
    static Optional<Map<SeriesKey, List<Opinion>>> opinions(List<StoredForecast> kept) {
        Map<SeriesKey, List<Opinion>> opinions = new TreeMap<>();
        boolean isAnyAsked = false;
        for (StoredForecast forecast : kept) {
            List<Opinion> told = forecast.rivals().opinions();
            if (told != null) {
                isAnyAsked = true;
                opinions.put(key(forecast), told);
            }
        }
        return isAnyAsked ? Optional.of(opinions) : Optional.empty();
    }

    private static SeriesKey key(StoredForecast kept) {
        return new SeriesKey(kept.series().program(), kept.series().origin());
    }

    /** A forecast's answers and those of an opinion of it, in the order of {@link #judged}. */
    static Stream<Published> published(StoredForecast kept, Opinion opinion) {
        Pair shipped = new Pair(
                kept.chances().day7().probability(), kept.chances().day30().probability());
        Pair moved = opinion.of(shipped);
        Pair usual = kept.rivals().climatology();
        return Stream.of(
                        published(kept, WEEK, shipped.day7(), usual.day7(), moved.day7()),
                        published(kept, MONTH, shipped.day30(), usual.day30(), moved.day30()))
                .filter(one -> !isAnnounced(kept, one.horizon()));
    }

    /** The shipped method, what is compared with, and a signal. */
    static List<String> judged(String signal) {
        return List.of(METHODS.get(0), METHODS.get(1), signal);
    }

    private static SortedMap<Integer, Double> map(Pair pair) {
        return new TreeMap<>(Map.of(WEEK, pair.day7(), MONTH, pair.day30()));
    }

    private static SeriesForecast told(StoredForecast kept) {
        Basis basis = kept.basis();
        Last last = basis.last();
        Past past = new Past(
                basis.campaigns(),
                last == null ? null : last.start(),
                last == null ? null : last.end(),
                kept.outlook().announcedStart(),
                basis.gapDays());
        Grounds grounds = new Grounds(
                map(kept.rivals().plain()),
                basis.drivers().stream()
                        .map(driver -> new Driver(
                                Feature.valueOf(driver.name().toUpperCase(Locale.ROOT)), driver.effect() + 1))
                        .toList(),
                Certainty.valueOf(basis.confidence().name()),
                Readiness.valueOf(basis.readiness().name()));
        return new SeriesForecast(
                key(kept),
                past,
                chances(kept),
                level(kept.levels().highest(), basis.campaigns()),
                level(kept.levels().base(), basis.campaigns()),
                grounds);
    }

    private static Chances chances(StoredForecast kept) {
        StoredForecast.Chances chances = kept.chances();
        SortedMap<Integer, Probability> within = new TreeMap<>();
        within.put(1, probability(chances.day1()));
        within.put(3, probability(chances.day3()));
        within.put(WEEK, probability(chances.day7()));
        within.put(MONTH, probability(chances.day30()));
        within.put(90, probability(chances.day90()));
        Span span = kept.outlook().window();
        LocalDate origin = kept.made().originDay();
        return new Chances(
                within,
                new TreeMap<>(),
                chances.curve(),
                kept.outlook().medianWaitDays(),
                span == null ? null : new LikelyWindow(days(origin, span.from()), days(origin, span.to())));
    }

    private static Probability probability(Estimate estimate) {
        return new Probability(estimate.probability(), estimate.low(), estimate.high());
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    private static @Nullable Level level(@Nullable Quantiles quantiles, int campaigns) {
        return quantiles == null
                ? null
                : new Level(value(quantiles.q10()), value(quantiles.q50()), value(quantiles.q90()), campaigns);
    }

    private static double value(Percent percent) {
        return percent.value().doubleValue();
    }
}
