package org.milesbot.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.history.HistoryFile;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.Progress;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.Forecasting;
import org.milesbot.cli.pipeline.Forecasting.Made;
import org.milesbot.cli.pipeline.Forecasting.Order;
import org.milesbot.cli.pipeline.Forecasting.Step;
import org.milesbot.cli.pipeline.Forecasting.Watch;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forecasts when the next transfer bonus comes and how high it is. */
@Command(name = "forecast", synopsisSubcommandLabel = "[COMMAND]")
final class ForecastCommand implements Callable<Integer> {

    /** With fewer campaigns than this, the history that comes along has more to say. */
    private static final int FEW = 10;

    /** A file that ends so long before the day may not be meant for it. */
    private static final int STALE_DAYS = 60;

    private final Session session;

    @Mixin
    final SeriesChoice choice = new SeriesChoice();

    @Mixin
    final ForecastScoring scoring = new ForecastScoring();

    @Option(names = "--events", paramLabel = "FILE")
    @Nullable
    String events;

    @Option(names = "--as-of", paramLabel = "AAAA-MM-DD")
    @Nullable
    LocalDate asOf;

    @Option(names = "--bonus", paramLabel = "N")
    @Nullable
    String bonus;

    @Option(names = "--chart", paramLabel = "FILE")
    @Nullable
    String chart;

    @Mixin
    MetricsFileOption metrics = new MetricsFileOption();

    ForecastCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        scoring.check();
        if (metrics.file != null && (scoring.isWanted() || events != null)) {
            throw wrong("metrics.only_kept");
        }
        if (scoring.isWanted()) {
            return score();
        }
        // All that may be typed wrong is looked at before the work begins.
        Order order = new Order(origin(), asked(), choice.named());
        ForecastTelling telling = new ForecastTelling(session, choice, chart);
        return events == null ? fromDatabase(order, telling) : fromFile(events, order, telling);
    }

    private int score() {
        if (bonus != null || choice.isNamed()) {
            throw wrong("scoring.of_all");
        }
        if (scoring.isScorecard) {
            if (events != null || asOf != null) {
                throw wrong("scoring.only_backtest");
            }
            return scoring.scorecard(session, choice.ofRoutes(), chart);
        }
        return events == null ? backtestDatabase() : backtestFile(events);
    }

    private int backtestDatabase() {
        LocalDate origin = origin();
        History past = session.wiring().forecasts().past(origin);
        return scoring.backtest(session, past, origin, choice.ofRoutes(), chart);
    }

    /** A file is silent about the days after its last campaign. */
    private int backtestFile(String name) {
        HistoryFile file = read(name);
        History past =
                History.of(file.rows().stream().map(HistoryFile.Row::campaign).toList());
        LocalDate last = past.lastStart().orElse(origin());
        LocalDate to = asOf == null && last.isBefore(origin()) ? last : origin();
        scoring.backtest(session, past, to, choice.ofRoutes(), chart);
        return file.refusals().isEmpty() ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }

    private LocalDate origin() {
        LocalDate today = session.today();
        if (asOf != null && asOf.isAfter(today)) {
            throw wrong("forecast.as_of", asOf.toString(), today.toString());
        }
        return asOf == null ? today.minusDays(1) : asOf;
    }

    private @Nullable Percent asked() {
        if (bonus == null) {
            return null;
        }
        try {
            return Percent.of(bonus.strip().replace(',', '.').replace("%", ""));
        } catch (IllegalArgumentException e) {
            throw wrong("forecast.bonus", Quoted.of(bonus));
        }
    }

    private int fromDatabase(Order order, ForecastTelling telling) {
        boolean isNightly = order.origin().equals(session.today().minusDays(1));
        ForecastPipeline forecasts = session.wiring().forecasts();
        if (!isNightly && metrics.file != null) {
            throw wrong("metrics.only_kept");
        }
        Optional<Made> made = isNightly
                ? metrics.after(
                        session, () -> progressing(Step.values().length, progress -> forecasts.run(order, progress)))
                : Optional.of(progressing(Step.values().length - 1, progress -> forecasts.make(order, progress)));
        if (made.isEmpty()) {
            session.console().say(Text.of(ForecastCommand.class, "forecast.busy"));
            return ExitCode.OK;
        }
        telling.tell(made.get(), order.asked());
        sum(made.get(), order.origin(), isNightly ? "forecast.kept" : "forecast.not_kept");
        JobsReport jobs = isNightly ? session.wiring().jobs(JobPhase.FORECAST) : JobsReport.NONE;
        return JobEnds.tell(jobs, session, ExitCode.OK);
    }

    private int fromFile(String name, Order order, ForecastTelling telling) {
        HistoryFile history = read(name);
        List<Campaign> told = history.rows().stream()
                .map(HistoryFile.Row::campaign)
                .filter(campaign -> isKnown(campaign, order.origin()))
                .toList();
        Made made = progressing(2, progress -> Forecasting.make(History.of(told), Watch.UNTOLD, order, progress));
        warnIfStale(made, order.origin());
        telling.tell(made, order.asked());
        sum(made, order.origin(), "forecast.of_file");
        return history.refusals().isEmpty() ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }

    private HistoryFile read(String name) {
        Set<String> names = session.wiring().names().slugs();
        HistoryFile history = HistoryFile.open(name, session.resolve(Path.of(name)), names);
        Console console = session.console();
        history.refusals().forEach(refusal -> console.complain(refusal.sentence()));
        history.notes().forEach(console::warn);
        return history;
    }

    /**
     * A file does not say when a campaign was announced. One that starts after the day is taken for announced only if it is
     * still to come.
     */
    private boolean isKnown(Campaign campaign, LocalDate origin) {
        boolean isPresent = !origin.isBefore(session.today().minusDays(1));
        return isPresent || !DatedCampaign.of(campaign).start().isAfter(origin);
    }

    private void warnIfStale(Made made, LocalDate origin) {
        made.campaigns().stream()
                .map(DatedCampaign::end)
                .max(LocalDate::compareTo)
                .filter(last -> last.plusDays(STALE_DAYS).isBefore(origin))
                .ifPresent(last -> session.console()
                        .warn(Text.of(
                                ForecastCommand.class,
                                "forecast.stale",
                                ForecastTelling.DAY.format(last),
                                ForecastTelling.DAY.format(origin))));
    }

    private <T> T progressing(int steps, Function<Consumer<Step>, T> work) {
        try (Progress progress = new Progress(session.console(), steps)) {
            return work.apply(step -> progress.step(word(step)));
        }
    }

    private String word(Step step) {
        String key = "forecast.step." + step.name().toLowerCase(Locale.ROOT);
        return Text.of(ForecastCommand.class, key).in(session.console().locale());
    }

    private void sum(Made made, LocalDate origin, String key) {
        Console console = session.console();
        int campaigns = made.campaigns().size();
        if (campaigns > 0) {
            console.say(Text.of(
                    ForecastCommand.class,
                    key,
                    made.programs().series().size(),
                    made.routes().series().size(),
                    campaigns,
                    ForecastTelling.DAY.format(origin)));
        }
        if (campaigns < FEW) {
            console.say(Text.of(ForecastCommand.class, "forecast.few", campaigns));
        }
    }

    @Command(name = "show")
    int show(@Mixin SeriesChoice chosen, @Option(names = "--chart", paramLabel = "FILE") @Nullable String picture) {
        chosen.named();
        ForecastTelling telling = new ForecastTelling(session, chosen, picture);
        Optional<ToldForecast> kept = session.wiring().forecasts().kept(chosen.ofRoutes());
        kept.ifPresentOrElse(
                telling::tell, () -> session.console().say(Text.of(ForecastCommand.class, "forecast.nothing_kept")));
        return ExitCode.OK;
    }

    private static MilesbotException wrong(String key, String... words) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(ForecastCommand.class, key, (Object[]) words));
    }
}
