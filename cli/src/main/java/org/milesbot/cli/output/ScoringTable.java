package org.milesbot.cli.output;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.chart.Drawing;
import org.milesbot.cli.chart.ReliabilityChart;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.forecast.backtest.Backtest.Report;
import org.milesbot.forecast.backtest.Bin;
import org.milesbot.forecast.backtest.BonusScore;
import org.milesbot.forecast.backtest.Estimate;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.backtest.MethodScore;

/** How right forecasts were, for people. */
public final class ScoringTable {

    private final Console console;
    private final ScoringWords words;

    public ScoringTable(Console console) {
        this.console = console;
        words = new ScoringWords(console.locale());
    }

    /**
     * Prints a table a horizon, how often the model's forecasts came true, and how the heights were foretold.
     *
     * @param report of the back-test, or null where published forecasts are scored
     */
    public void print(List<HorizonScore> scores, @Nullable Report report) {
        scores.forEach(this::print);
        if (report != null) {
            report.bonus().forEach(this::print);
        }
        console.out().println(words.legend());
    }

    /** Prints a table for each score of a plug-in's signal, beside the shipped method over the same forecasts. */
    public void printSignals(List<HorizonScore> scores) {
        for (HorizonScore score : scores) {
            console.out().println();
            printMethods(score);
        }
    }

    private void print(HorizonScore score) {
        printMethods(score);
        console.out().println();
        reliability(score.methods().get(0)).print(console);
        console.out().println();
    }

    private void printMethods(HorizonScore score) {
        console.out().println(words.horizon(score));
        Table table = new Table(
                column("method", Side.LEFT),
                column("brier", Side.RIGHT),
                column("skill", Side.RIGHT),
                column("log", Side.RIGHT),
                column("auc", Side.RIGHT),
                column("sharpness", Side.RIGHT),
                column("ece", Side.RIGHT),
                column("behind", Side.LEFT));
        score.methods()
                .forEach(method -> table.add(cells(method, score.methods().get(0))));
        table.print(console);
    }

    private Column column(String name, Side side) {
        return new Column(words.column(name), side);
    }

    private String[] cells(MethodScore method, MethodScore first) {
        MethodScore.Accuracy accuracy = method.accuracy();
        Estimate behind = method.behind().logLoss();
        return new String[] {
            words.method(method.method()),
            words.brier(method),
            words.skill(method),
            words.logLoss(method),
            Double.isNaN(accuracy.auc()) ? "—" : words.number("%.3f", accuracy.auc()),
            words.number("%.3f", accuracy.sharpness()),
            words.error(method),
            method.equals(first)
                    ? "—"
                    : words.number("%+.4f (%+.4f…%+.4f)", behind.value(), behind.low(), behind.high())
        };
    }

    private Table reliability(MethodScore method) {
        Table table = new Table(
                new Column(words.say("scoring.said", words.method(method.method())), Side.RIGHT),
                column("came", Side.RIGHT),
                column("times", Side.RIGHT));
        for (Bin bin : method.calibration().bins()) {
            table.add(words.percent(bin.forecast()), words.percent(bin.frequency()), Integer.toString(bin.count()));
        }
        return table;
    }

    private void print(BonusScore bonus) {
        console.out()
                .println(words.say(
                        "scoring.bonus",
                        bonus.campaigns(),
                        words.number("%.1f", bonus.model().pinball()),
                        words.number("%.1f", bonus.trailingMedian().pinball()),
                        words.number("%.1f", bonus.model().distance()),
                        words.number("%.1f", bonus.trailingMedian().distance()),
                        words.percent(bonus.model().inside())));
    }

    /** How often forecasts of a horizon came true, as a picture. */
    public static Drawing drawing(HorizonScore score, Locale locale) {
        List<ReliabilityChart.Method> methods = score.methods().stream()
                .map(method -> new ReliabilityChart.Method(
                        new ScoringWords(locale).method(method.method()),
                        method.calibration().bins().stream()
                                .map(bin -> new ReliabilityChart.Bin(bin.forecast(), bin.frequency(), bin.count()))
                                .toList()))
                .toList();
        return ReliabilityChart.of(methods, score.horizon(), locale);
    }
}
