package org.milesbot.forecast.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.Told;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long forecasting takes: {@code scripts/bench forecast}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 7, time = 2)
public class ForecastBenchmark {

    private static final LocalDate ORIGIN = LocalDate.of(2026, 6, 30);
    private static final int YEARS = 10;
    private static final int ORIGINS = 25;

    private final History program = history(1, 1);

    /** One programme of ten years of campaigns a month apart. */
    @Benchmark
    public Forecast oneProgramme() {
        return Forecaster.programs(program, ORIGIN, null);
    }

    /** Many routes of ten years. */
    @State(Scope.Benchmark)
    public static class Routes {

        /** How many. */
        @Param({"250", "500", "1000"})
        public int routes;

        private @Nullable History history;

        History history() {
            history = history == null ? ForecastBenchmark.history(routes / ORIGINS, ORIGINS) : history;
            return history;
        }
    }

    /** Many routes at once. */
    @Benchmark
    public Forecast routes(Routes routes) {
        return Forecaster.routes(routes.history(), ORIGIN, null);
    }

    static History history(int programs, int origins) {
        Random random = new Random(1);
        List<Campaign> told = new ArrayList<>();
        for (int program = 0; program < programs; program++) {
            for (int origin = 0; origin < origins; origin++) {
                LocalDate day = ORIGIN.minusYears(YEARS);
                while (day.isBefore(ORIGIN)) {
                    told.add(Told.campaign(
                            "p" + program,
                            "o" + origin,
                            50 + 10L * random.nextInt(6),
                            day,
                            day.plusDays(random.nextInt(5)),
                            Confidence.EXACT));
                    day = day.plusDays(7 + random.nextInt(46));
                }
            }
        }
        return History.of(told);
    }
}
