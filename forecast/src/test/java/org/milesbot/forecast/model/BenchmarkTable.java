package org.milesbot.forecast.model;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs the benchmark of forecasting on one core, and prints what it measured. The log of JMH goes to the file given. */
final class BenchmarkTable {

    private static final double MIDDLE = 50;

    private BenchmarkTable() {}

    public static void main(String[] args) throws RunnerException {
        System.out.printf(
                Locale.ROOT,
                "%s cores, %s; %s %s; measured on one core%n%n| what | median ms | from | to |%n|---|---|---|---|%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.name"),
                Runtime.version());
        new Runner(new OptionsBuilder()
                        .include(ForecastBenchmark.class.getName() + "\\.")
                        .shouldFailOnError(true)
                        .output(args[0])
                        .build())
                .run()
                .forEach(BenchmarkTable::print);
    }

    private static void print(RunResult result) {
        Statistics milliseconds = result.getPrimaryResult().getStatistics();
        String many = result.getParams().getParam("routes");
        System.out.printf(
                Locale.ROOT,
                "| %s, 10 years | %.1f | %.1f | %.1f |%n",
                many == null ? "1 programme" : many + " routes",
                milliseconds.getPercentile(MIDDLE),
                milliseconds.getMin(),
                milliseconds.getMax());
    }
}
