package org.milesbot.scrapers.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark of reading on one core, and prints what it measured. The log of JMH goes to the file given. */
final class BenchmarkTable {

    private static final List<String> ONE_CORE = List.of("-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", "-Xmx512m");

    private BenchmarkTable() {}

    public static void main(String[] args) throws IOException, RunnerException {
        Path log = Path.of(args[0]);
        Files.deleteIfExists(log);
        printMachine();
        printAnnouncements(run("announcements", log + ".announcements", TimeValue.seconds(3), 10, 3));
        printOdd(run("odd", log + ".odd", TimeValue.milliseconds(300), 3, 1));
        new RepeatedTexts().print();
    }

    private static Collection<RunResult> run(String benchmark, String log, TimeValue time, int warmups, int forks)
            throws RunnerException {
        System.err.println("measuring " + benchmark + "; the log is " + log);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(ExtractionBenchmark.class.getName() + "\\." + benchmark + "$")
                .forks(forks)
                .threads(1)
                .warmupIterations(warmups)
                .warmupTime(time)
                .measurementIterations(5)
                .measurementTime(time)
                .jvmArgs(ONE_CORE.toArray(String[]::new))
                .shouldFailOnError(true)
                .output(log);
        return new Runner(options.build()).run();
    }

    private static void printMachine() {
        System.out.printf(
                Locale.ROOT,
                "%s cores, %s; %s %s; measured on one core%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.name"),
                Runtime.version());
    }

    private static void printAnnouncements(Collection<RunResult> results) {
        System.out.printf(
                "| announcements | how many | size, mean | least–most | announcements/s | ± |%n|---|---|---|---|---|---|%n");
        for (RunResult result : results) {
            BenchmarkTexts texts = BenchmarkTexts.valueOf(result.getParams().getParam("texts"));
            IntSummaryStatistics sizes = texts.announcements().stream()
                    .mapToInt(BenchmarkTexts::bytes)
                    .summaryStatistics();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %,.0f B | %,d–%,d B | %,.0f | %,.0f |%n",
                    texts.title(),
                    sizes.getCount(),
                    sizes.getAverage(),
                    sizes.getMin(),
                    sizes.getMax(),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError());
        }
    }

    private static void printOdd(Collection<RunResult> results) {
        System.out.printf("%n| odd text, ms | 10 kB | 100 kB | 1 MB |%n|---|---|---|---|%n");
        Map<OddText, Map<Integer, Double>> times = new TreeMap<>();
        for (RunResult result : results) {
            times.computeIfAbsent(OddText.valueOf(result.getParams().getParam("text")), text -> new TreeMap<>())
                    .put(
                            Integer.valueOf(result.getParams().getParam("length")),
                            result.getPrimaryResult().getScore());
        }
        times.forEach((text, ofLength) -> {
            System.out.printf("| %s", text.title());
            ofLength.values().forEach(time -> System.out.printf(Locale.ROOT, " | %.2f", time));
            System.out.printf(" |%n");
        });
    }
}
