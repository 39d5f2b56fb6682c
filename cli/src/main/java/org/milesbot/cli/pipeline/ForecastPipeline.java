package org.milesbot.cli.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.milesbot.api.forecast.SignalQuestion;
import org.milesbot.cli.pipeline.Forecasting.Made;
import org.milesbot.cli.pipeline.Forecasting.Order;
import org.milesbot.cli.pipeline.Forecasting.Step;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.store.db.Locks;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.Opinion;
import org.milesbot.store.forecast.PastCampaigns;
import org.milesbot.store.forecast.StoredForecast;
import org.milesbot.store.metric.MetricLog;
import org.milesbot.store.metric.Total;
import org.milesbot.store.run.Runs;

/**
 * Forecasts from the campaigns that are kept, and keeps the forecasts: all of them in one transaction, under a lock that all
 * processes share, with a row in the table of runs.
 */
public final class ForecastPipeline {

    /** The job's name in the table of runs. */
    public static final String JOB = "forecast";

    /** What was forecast longer ago says little of how right forecasts are now. */
    private static final int SCORED_DAYS = 365;

    private final PastCampaigns campaigns;
    private final Forecasts forecasts;
    private final ForecastRecord record;
    private final NotedRun run;
    private final MetricLog metrics;
    private final PluginOpinions.Source opinions;
    private final Clock clock;

    /** A pipeline over what it works with. */
    public ForecastPipeline(
            PastCampaigns campaigns,
            Forecasts forecasts,
            Runs runs,
            MetricLog metrics,
            Locks locks,
            PluginOpinions.Source opinions,
            Clock clock) {
        this.campaigns = campaigns;
        this.forecasts = forecasts;
        record = new ForecastRecord(campaigns, forecasts);
        run = new NotedRun(JOB, runs, locks, clock);
        this.metrics = metrics;
        this.opinions = opinions;
        this.clock = clock;
    }

    /** Forecasts, and keeps nothing. */
    public Made make(Order order, Consumer<Step> progress) {
        progress.accept(Step.READ);
        return make(KnownPast.of(campaigns, order.origin()), order, progress);
    }

    private static Made make(KnownPast past, Order order, Consumer<Step> progress) {
        return Forecasting.make(past.history(), past.watch(), order, progress);
    }

    /**
     * Forecasts all, and keeps it.
     *
     * @return what was forecast, or nothing if another process is at it
     */
    public Optional<Made> run(Order order, Consumer<Step> progress) {
        return run.of(() -> makeAndKeep(order, progress), ForecastPipeline::counts);
    }

    /** What is known of past campaigns at the end of a day. */
    public History past(LocalDate origin) {
        return record.past(origin);
    }

    /**
     * How right the forecasts were that were kept and whose horizon has passed.
     *
     * @param ofRoutes whether of routes, not of programmes
     * @param from the first day at whose end those were made that count
     * @param to the last day of which it is known whether a campaign began
     * @return by horizon; nothing where none has passed
     */
    public List<HorizonScore> scorecard(boolean ofRoutes, LocalDate from, LocalDate to) {
        return record.scorecard(ofRoutes, from, to);
    }

    /** The same for the signals of plug-ins, as {@link ForecastRecord#signals} has them. */
    public List<HorizonScore> signals(boolean ofRoutes, LocalDate from, LocalDate to) {
        return record.signals(ofRoutes, from, to);
    }

    /** For monitoring; once a night, since it takes longer than a look at figures may. */
    private void keepScores(LocalDate to) {
        LocalDate from = to.minusDays(SCORED_DAYS);
        List<Total> scores = new ArrayList<>();
        record.scorecard(false, from, to).forEach(score -> scores.addAll(totals("programs", score)));
        record.scorecard(true, from, to).forEach(score -> scores.addAll(totals("routes", score)));
        metrics.keepForecastScores(scores);
    }

    private static List<Total> totals(String series, HorizonScore score) {
        String horizon = Integer.toString(score.horizon());
        List<Total> totals = new ArrayList<>();
        totals.add(new Total("scored", List.of(series, horizon), score.samples()));
        score.methods()
                .forEach(method -> totals.add(new Total(
                        "brier",
                        List.of(series, horizon, method.method()),
                        method.accuracy().brier())));
        return totals;
    }

    private Made makeAndKeep(Order order, Consumer<Step> progress) {
        progress.accept(Step.READ);
        KnownPast past = KnownPast.of(campaigns, order.origin());
        Instant at = clock.instant();
        Made alone = make(past, order.ofAll(), progress);
        Map<SeriesKey, List<Opinion>> judged = opinions(alone, at).orElse(null);
        Made made = alone.with(judged);
        progress.accept(Step.KEEP);
        List<StoredForecast> kept = new ArrayList<>();
        kept.addAll(KeptForecasts.kept(made.programs(), past.history().programs(order.origin()), at));
        kept.addAll(KeptForecasts.kept(made.routes(), past.history().routes(order.origin()), at));
        forecasts.save(kept);
        keepScores(order.origin());
        // Apart, because a series more changes a little what is said of the others.
        return made.tellsOf(order.wanted())
                ? made
                : make(past, order, step -> {}).with(judged);
    }

    /** Those of the day's first forecast stay: later in the day plug-ins may know what came of it. */
    private Optional<Map<SeriesKey, List<Opinion>>> opinions(Made made, Instant now) {
        LocalDate origin = made.programs().origin();
        if (made.campaigns().isEmpty()) {
            return Optional.empty();
        }
        return KeptForecasts.opinions(forecasts.of(origin, origin))
                .or(() -> opinions.of(new SignalQuestion(now, origin, made.asked())));
    }

    private static Map<String, Long> counts(Made made) {
        return Map.of(
                "campaigns", (long) made.campaigns().size(),
                "programs", (long) made.programs().series().size(),
                "routes", (long) made.routes().series().size());
    }

    /**
     * The newest forecast that was kept.
     *
     * @param ofRoutes whether of routes, not of programmes
     */
    public Optional<ToldForecast> kept(boolean ofRoutes) {
        return kept(forecasts, ofRoutes);
    }

    /**
     * The newest forecast that was kept.
     *
     * @param ofRoutes whether of routes, not of programmes
     */
    public static Optional<ToldForecast> kept(Forecasts forecasts, boolean ofRoutes) {
        List<StoredForecast> all = forecasts.latest(List.of(), null).stream()
                .filter(forecast -> (forecast.series().origin() != null) == ofRoutes)
                .toList();
        Optional<LocalDate> newest =
                all.stream().map(forecast -> forecast.made().originDay()).max(Comparator.naturalOrder());
        return newest.map(day -> KeptForecasts.told(
                day,
                all.stream()
                        .filter(forecast -> forecast.made().originDay().equals(day))
                        .toList()));
    }
}
