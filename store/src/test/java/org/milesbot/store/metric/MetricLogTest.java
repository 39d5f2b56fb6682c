package org.milesbot.store.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.store.db.Database;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;
import org.milesbot.store.run.Visit;
import org.milesbot.store.testing.TestDatabase;

@TestInstance(Lifecycle.PER_CLASS)
final class MetricLogTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final TestDatabase test = TestDatabase.migrated();
    private final MetricLog log = new MetricLog(test.database());

    @AfterEach
    void clear() {
        test.clear();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private void run(String sql) {
        test.database().with(open -> open.execute(sql));
    }

    private List<String> all() {
        return told(log.all());
    }

    private static List<String> told(List<Total> totals) {
        return totals.stream()
                .map(total -> total.name() + total.labels() + " " + plain(total.value()))
                .toList();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void scrape(Database database, Instant at, String outcome, int newItems) {
        Runs runs = new Runs(database);
        Visit visit = Visit.of("blog", at, outcome, at.plusSeconds(600), Map.of("new_items", (long) newItems), 7);
        RunEnd end = RunEnd.of(at.plusSeconds(3), RunOutcome.OK, Map.of("new", (long) newItems), 7, null);
        runs.end(runs.begin("scrape", "blogs", at), end.with(Map.of("passageiro", visit)));
    }

    @Test
    void countsWhatRunsDid() {
        scrape(test.database(), NOON, "read", 2);
        scrape(test.database(), NOON.plusSeconds(600), "broken", 0);
        new Runs(test.database()).begin("scrape", "blogs", NOON.plusSeconds(900));

        assertThat(all())
                .containsExactly(
                        "new_items[blogs] 2",
                        "plugin_errors[blogs] 1",
                        "run_bucket[scrape, blogs, 5] 2",
                        "run_bytes[scrape, blogs] 14",
                        "run_count[scrape, blogs, new] 2",
                        "run_seconds[scrape, blogs] 6",
                        "run_success_at[scrape, blogs] " + NOON.plusSeconds(603).getEpochSecond(),
                        "runs[scrape, blogs, ok] 2",
                        "visit_at[blogs, passageiro, blog] "
                                + NOON.plusSeconds(600).getEpochSecond(),
                        "visits[blog, broken] 1",
                        "visits[blog, read] 1");
    }

    @Test
    void saysTheSameAfterFoldingAndAfterRunsAreDeleted() {
        scrape(test.database(), NOON, "read", 2);
        scrape(test.database(), NOON.plusSeconds(600), "changed", 5);
        List<String> before = all();

        test.database().with(open -> open.execute("delete from run where id = 1"));
        assertThat(all()).as("deleted before it was folded").isEqualTo(before);
        test.database().useTransaction(MetricLog::fold);
        assertThat(all()).isEqualTo(before);
        test.database().useTransaction(MetricLog::fold);
        assertThat(all()).as("folding again").isEqualTo(before);
        run("delete from run");
        assertThat(all()).as("deleted after it was folded").isEqualTo(before);
    }

    @Test
    void aTimeIsPutIntoTheBucketWhoseBoundItReaches() {
        for (long millis : new long[] {0, 500, 501, 1_800_000, 1_800_001}) {
            Runs runs = new Runs(test.database());
            RunEnd end = RunEnd.of(NOON.plusMillis(millis), RunOutcome.FAILED, Map.of(), 0, null);
            runs.end(runs.begin("notify", null, NOON), end);
        }

        assertThat(all())
                .containsExactly(
                        "run_bucket[notify, , +Inf] 1",
                        "run_bucket[notify, , 0.5] 2",
                        "run_bucket[notify, , 1] 1",
                        "run_bucket[notify, , 1800] 1",
                        "run_seconds[notify, ] 3601.002",
                        "runs[notify, , failed] 5");
    }

    /** Four write, fold and delete, two read; what is read only grows, and at the end nothing is missing or twice there. */
    @Test
    void losesNothingAndCountsNothingTwiceWhenManyProcessesAreAtIt() throws ExecutionException, InterruptedException {
        int each = 100;
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Future<Double>> ended = new ArrayList<>();
        IntStream.range(0, 4).forEach(writer -> ended.add(pool.submit(writer(writer, each))));
        IntStream.range(0, 2).forEach(reader -> ended.add(pool.submit(reader(4 * each))));
        for (Future<Double> one : ended) {
            one.get();
        }
        pool.shutdown();

        assertThat(all()).contains("runs[scrape, blogs, ok] 400", "new_items[blogs] 400", "visits[blog, read] 400");
    }

    private Callable<Double> writer(int number, int runs) {
        return () -> {
            try (Database own = test.another()) {
                for (int i = 0; i < runs; i++) {
                    scrape(own, NOON.plusSeconds(i), "read", 1);
                    if (i % 10 == number) {
                        own.useTransaction(MetricLog::fold);
                    }
                    if (i % 25 == number) {
                        own.with(open -> open.execute("delete from run where id % 7 = 0 and ended_at is not null"));
                    }
                }
                return 0.0;
            }
        };
    }

    private Callable<Double> reader(double until) {
        return () -> {
            try (Database own = test.another()) {
                double last = 0;
                while (last < until) {
                    double now = new MetricLog(own)
                            .all().stream()
                                    .filter(total -> total.name().equals("runs"))
                                    .mapToDouble(Total::value)
                                    .sum();
                    assertThat(now).isGreaterThanOrEqualTo(last);
                    last = now;
                }
                return last;
            }
        };
    }

    @Test
    void foldsByItselfSoThatReadingStaysQuick() {
        for (int i = 0; i < MetricLog.FOLD_AFTER + 3; i++) {
            scrape(test.database(), NOON.plusSeconds(i), "not_modified", 0);
        }

        Long waiting = test.database()
                .with(open -> open.createQuery("select count(*) from run where not counted")
                        .mapTo(Long.class)
                        .one());
        assertThat(waiting).isEqualTo(3);
        assertThat(all()).contains("visits[blog, not_modified] " + (MetricLog.FOLD_AFTER + 3));
    }

    @Test
    void keepsScoresOfForecastsInPlaceOfOlderOnes() {
        log.keepForecastScores(List.of(new Total("brier", List.of("programs", "7", "plain"), 0.25)));
        log.countPluginError("cards");
        log.countPluginError("cards");
        log.keepForecastScores(List.of(new Total("brier", List.of("programs", "30", "plain"), 0.5)));

        assertThat(all()).containsExactly("forecast_brier[programs, 30, plain] 0.5", "plugin_errors[cards] 2");
    }

    @Test
    void tellsHowThingsStand() {
        run(
                "insert into llm_month (month, calls, tokens_in, tokens_out) values ('2026-11-01', 3, 50, 7), ('2026-10-01', 1, 2, 3)");
        run("insert into unsettled (fingerprint, day, kind, program)"
                + " values (sha256('x'), '2026-11-20', 'club', 'smiles')");
        Readings readings = Readings.of(test.database(), Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofSeconds(9));

        assertThat(readings.sources()).isEmpty();
        assertThat(told(readings.standing()))
                .contains(
                        "alerts_waiting[held] 0",
                        "alerts_waiting[dead] 0",
                        "bot_updates[] 0",
                        "llm_calls[] 4",
                        "llm_month[] 57",
                        "llm_tokens[in] 52",
                        "llm_tokens[out] 10",
                        "promos[] 0",
                        "unsettled[] 1")
                .noneMatch(line -> line.startsWith("oldest_due_at"));
    }
}
