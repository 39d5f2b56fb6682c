package org.milesbot.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.chart.ChartFile;
import org.milesbot.cli.chart.Drawing;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.Progress;
import org.milesbot.cli.output.SampleFiles;
import org.milesbot.cli.output.ScoringJson;
import org.milesbot.cli.output.ScoringTable;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.forecast.backtest.Backtest;
import org.milesbot.forecast.backtest.Backtest.Plan;
import org.milesbot.forecast.backtest.Backtest.Report;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.history.History;
import picocli.CommandLine.Option;

/** Holds forecasts against what came: those that would have been made on past days, or those that were published. */
final class ForecastScoring {

    private static final int LONGEST = 90;
    private static final int MOST_STEP = 365;

    @Option(names = "--backtest")
    boolean isBacktest;

    @Option(names = "--scorecard")
    boolean isScorecard;

    @Option(names = "--from", paramLabel = "AAAA-MM-DD")
    @Nullable
    LocalDate from;

    @Option(names = "--horizon", paramLabel = "N", split = ",")
    List<Integer> horizons = List.of(7, 30);

    @Option(names = "--step", paramLabel = "N", defaultValue = "3")
    int step;

    @Option(names = "--export", paramLabel = "DIR")
    @Nullable
    Path export;

    /** Whether scores are wanted, not a forecast. */
    boolean isWanted() {
        return isBacktest || isScorecard;
    }

    /**
     * Refuses what does not go together.
     *
     * @throws MilesbotException of kind USAGE
     */
    void check() {
        if (isBacktest && isScorecard) {
            throw wrong("scoring.one_of_two");
        }
        if (!isBacktest && (from != null || export != null)) {
            throw wrong("scoring.only_backtest");
        }
        if (step < 1 || step > MOST_STEP) {
            throw wrong("scoring.step", Integer.toString(step));
        }
        Stream.concat(horizons.stream(), horizons.isEmpty() ? Stream.of(0) : Stream.empty())
                .filter(days -> days < 1 || days > LONGEST)
                .findFirst()
                .ifPresent(days -> {
                    throw wrong("scoring.horizon", Integer.toString(days));
                });
    }

    /**
     * Scores what would have been forecast.
     *
     * @param to the last day of which it is known whether a campaign began
     * @param chart the name of the file for the picture, or null for none
     */
    int backtest(Session session, History history, LocalDate to, boolean ofRoutes, @Nullable String chart) {
        @Nullable ChartFile picture = chart == null ? null : ChartFile.of(chart, session.resolve(Path.of(chart)));
        LocalDate first = history.campaigns(to).stream()
                .map(campaign -> campaign.start())
                .findFirst()
                .orElseThrow(() -> new MilesbotException(ErrorKind.DATA, say("scoring.no_history")));
        LocalDate begin = from == null ? first : from;
        if (!begin.isBefore(to)) {
            throw wrong("scoring.from", begin.toString(), to.toString());
        }
        Report report = run(session, history, new Plan(begin, to, step, sorted(), ofRoutes));
        if (report.horizons().isEmpty()) {
            throw new MilesbotException(ErrorKind.DATA, say("scoring.nothing_scored"));
        }
        print(session, report.horizons(), report);
        if (export != null) {
            SampleFiles.write(session.resolve(export), report, Backtest.methods(ofRoutes));
            session.console().say(say("scoring.exported", Quoted.of(export.toString())));
        }
        draw(session, report.horizons(), picture);
        return ExitCode.OK;
    }

    private List<Integer> sorted() {
        return horizons.stream().sorted().distinct().toList();
    }

    private static Report run(Session session, History history, Plan plan) {
        int days = (int) (ChronoUnit.DAYS.between(plan.from(), plan.to()) / plan.step()) + 1;
        try (Progress progress = new Progress(session.console(), days)) {
            return Backtest.run(history, plan, Backtest.methods(plan.ofRoutes()), day -> progress.step(day.toString()));
        }
    }

    /**
     * Scores what was published.
     *
     * @param chart the name of the file for the picture, or null for none
     */
    int scorecard(Session session, boolean ofRoutes, @Nullable String chart) {
        @Nullable ChartFile picture = chart == null ? null : ChartFile.of(chart, session.resolve(Path.of(chart)));
        LocalDate to = session.today().minusDays(1);
        ForecastPipeline forecasts = session.wiring().forecasts();
        List<HorizonScore> scores = forecasts.scorecard(ofRoutes, LocalDate.EPOCH, to);
        if (scores.isEmpty()) {
            session.console().say(say("scoring.none_resolved"));
        } else {
            print(session, scores, null);
            printSignals(session, forecasts.signals(ofRoutes, LocalDate.EPOCH, to));
            draw(session, scores, picture);
        }
        return ExitCode.OK;
    }

    private static void print(Session session, List<HorizonScore> scores, @Nullable Report report) {
        Console console = session.console();
        if (session.json()) {
            ScoringJson.lines(scores, report).forEach(console.out()::println);
        } else {
            new ScoringTable(console).print(scores, report);
        }
        console.flush();
    }

    private static void printSignals(Session session, List<HorizonScore> signals) {
        Console console = session.console();
        if (session.json()) {
            ScoringJson.signals(signals).forEach(console.out()::println);
        } else {
            new ScoringTable(console).printSignals(signals);
        }
        console.flush();
    }

    private static void draw(Session session, List<HorizonScore> scores, @Nullable ChartFile picture) {
        if (picture == null) {
            return;
        }
        Locale locale = session.console().locale();
        Drawing drawing = ScoringTable.drawing(scores.get(0), locale);
        for (HorizonScore more : scores.subList(1, scores.size())) {
            drawing = drawing.above(ScoringTable.drawing(more, locale));
        }
        picture.write(drawing);
        session.console().say(say("forecast.drawn", Quoted.of(picture.name())));
    }

    private static Text say(String key, Object... arguments) {
        return Text.of(ForecastScoring.class, key, arguments);
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, say(key, arguments));
    }
}
