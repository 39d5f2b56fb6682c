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
import org.milesbot.api.MilesbotException;
import org.milesbot.cli.pipeline.Forecasting.Made;
import org.milesbot.cli.pipeline.Forecasting.Order;
import org.milesbot.cli.pipeline.Forecasting.Step;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.backtest.Scorecard;
import org.milesbot.forecast.backtest.Scorecard.Published;
import org.milesbot.forecast.history.History;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.PastCampaigns;
import org.milesbot.store.forecast.StoredForecast;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;

/**
 * Forecasts from the campaigns that are kept, and keeps the forecasts: all of them in one transaction, under a lock that all
 * processes share, with a row in the table of runs.
 */
public final class ForecastPipeline {

    /** The job's name in the table of runs. */
    public static final String JOB = "forecast";

    private final PastCampaigns campaigns;
    private final Forecasts forecasts;
    private final Runs runs;
    private final Locks locks;
    private final Clock clock;

    /** A pipeline over what it works with. */
    public ForecastPipeline(PastCampaigns campaigns, Forecasts forecasts, Runs runs, Locks locks, Clock clock) {
        this.campaigns = campaigns;
        this.forecasts = forecasts;
        this.runs = runs;
        this.locks = locks;
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
    @SuppressWarnings("try") // The lock is held, and that is all there is to do with it.
    public Optional<Made> run(Order order, Consumer<Step> progress) {
        Optional<Held> lock = locks.tryAcquire(JOB);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (Held held = lock.get()) {
            return Optional.of(noted(order, progress));
        }
    }

    /** What is known of past campaigns at the end of a day. */
    public History past(LocalDate origin) {
        return KnownPast.of(campaigns, origin).history();
    }

    /**
     * How right the forecasts were that were kept and whose horizon has passed.
     *
     * @param ofRoutes whether of routes, not of programmes
     * @param to the last day of which it is known whether a campaign began
     * @return by horizon; nothing where none has passed
     */
    public List<HorizonScore> scorecard(boolean ofRoutes, LocalDate to) {
        List<Published> published = forecasts.of(LocalDate.EPOCH, to).stream()
                .filter(kept -> kept.series().origin() != null == ofRoutes)
                .flatMap(KeptForecasts::published)
                .toList();
        return Scorecard.of(published, KeptForecasts.METHODS, past(to), to);
    }

    private Made noted(Order order, Consumer<Step> progress) {
        long run = runs.begin(JOB, null, clock.instant());
        try {
            Made made = makeAndKeep(order, progress);
            runs.end(run, RunEnd.of(clock.instant(), RunOutcome.OK, counts(made), 0, null));
            return made;
        } catch (MilesbotException e) {
            runs.end(run, RunEnd.of(clock.instant(), RunOutcome.FAILED, Map.of(), 0, e.getMessage()));
            throw e;
        }
    }

    private Made makeAndKeep(Order order, Consumer<Step> progress) {
        progress.accept(Step.READ);
        KnownPast past = KnownPast.of(campaigns, order.origin());
        Made made = make(past, order.ofAll(), progress);
        progress.accept(Step.KEEP);
        Instant at = clock.instant();
        List<StoredForecast> kept = new ArrayList<>();
        kept.addAll(KeptForecasts.kept(made.programs(), past.history().programs(order.origin()), at));
        kept.addAll(KeptForecasts.kept(made.routes(), past.history().routes(order.origin()), at));
        forecasts.save(kept);
        // Apart, because a series more changes a little what is said of the others.
        return made.tellsOf(order.wanted()) ? made : make(past, order, step -> {});
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
