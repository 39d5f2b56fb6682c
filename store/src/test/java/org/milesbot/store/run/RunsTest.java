package org.milesbot.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.store.metric.MetricLog;
import org.milesbot.store.testing.TestDatabase;

class RunsTest {

    private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void knowsWhenAJobWasLastBegunForAPlugin() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Runs runs = new Runs(test.database());
            end(runs, runs.begin("scrape", "blogs", FIRST), RunOutcome.FAILED);

            assertThat(runs.lastCounting("scrape", "blogs")).contains(FIRST);
            assertThat(runs.lastCounting("scrape", "channels")).isEmpty();
            assertThat(runs.lastCounting("scrape", null)).isEmpty();
        }
    }

    @Test
    void doesNotCountARunThatWasKilledUnlessTheOneBeforeWasToo() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Runs runs = new Runs(test.database());
            runs.begin("scrape", "blogs", FIRST);
            assertThat(runs.lastCounting("scrape", "blogs")).isEmpty();

            runs.begin("scrape", "blogs", FIRST.plusSeconds(60));
            assertThat(runs.lastCounting("scrape", "blogs")).contains(FIRST);
        }
    }

    private static void end(Runs runs, long run, RunOutcome outcome) {
        runs.end(run, RunEnd.of(FIRST.plusSeconds(300), outcome, Map.of("new", 3L, "seen", 9L), 1_024, null));
    }

    @Test
    void keepsWhatARunCounted() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Runs runs = new Runs(test.database());
            end(runs, runs.begin("reparse", null, FIRST), RunOutcome.OK);

            String row = test.database()
                    .with(open -> open.createQuery("""
                                    select concat_ws(' ', job, plugin, outcome, counts, bytes, error, duration, visits)
                                    from run
                                    """).mapTo(String.class).one());

            assertThat(row).isEqualTo("reparse ok {\"new\": 3, \"seen\": 9} 1024 00:05:00 {}");
        }
    }

    @Test
    void keepsHowEachVisitEnded() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Runs runs = new Runs(test.database());
            Visit visit = Visit.of(
                    "blog", FIRST, "not_modified", FIRST.plusSeconds(600), Map.of("new_items", 0L, "pages", 2L), 12);
            RunEnd end = RunEnd.of(FIRST.plusSeconds(1), RunOutcome.FAILED, Map.of(), 12, "cut\0 off");
            runs.end(runs.begin("scrape", "blogs", FIRST), end.with(Map.of("passageiro", visit)));

            String row = test.database()
                    .with(open -> open.createQuery("select concat_ws(' ', error, visits) from run")
                            .mapTo(String.class)
                            .one());

            assertThat(row)
                    .isEqualTo(
                            "cut off {\"passageiro\": {\"at\": \"2026-11-20T12:00:00Z\", \"bytes\": 12, \"class\": \"blog\","
                                    + " \"pages\": 2, \"outcome\": \"not_modified\","
                                    + " \"next_check\": \"2026-11-20T12:10:00Z\"}}");
        }
    }

    @Test
    void keepsOneGoodRunOfEachOldDay() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Runs runs = new Runs(test.database());
            Instant lateThatDay = Instant.parse("2026-11-21T02:59:00Z");
            ended(runs, "scrape", "blogs", FIRST, RunOutcome.OK);
            ended(runs, "scrape", "blogs", lateThatDay, RunOutcome.PARTIAL);
            ended(runs, "scrape", "blogs", lateThatDay.plusSeconds(30), RunOutcome.FAILED);
            ended(runs, "scrape", "blogs", lateThatDay.plusSeconds(60), RunOutcome.OK);
            ended(runs, "scrape", "channels", FIRST, RunOutcome.OK);
            ended(runs, "dedupe", null, FIRST, RunOutcome.OK);
            ended(runs, "dedupe", null, FIRST.plusSeconds(1), RunOutcome.OK);
            runs.begin("notify", null, FIRST);
            Instant now = FIRST.plus(Duration.ofDays(100));
            ended(runs, "scrape", "blogs", now, RunOutcome.FAILED);
            runs.begin("scrape", "blogs", now);
            test.database().useTransaction(MetricLog::fold);

            assertThat(runs.thin(now)).isEqualTo(4);

            List<String> left = test.database()
                    .with(open -> open.createQuery("""
                            select concat_ws(' ', job, plugin, outcome,
                                to_char(ended_at at time zone 'America/Sao_Paulo', 'DD HH24:MI'))
                            from run
                            order by id
                            """).mapTo(String.class).list());
            assertThat(left)
                    .containsExactly(
                            "scrape blogs partial 20 23:59",
                            "scrape blogs ok 21 00:00",
                            "scrape channels ok 20 09:00",
                            "dedupe ok 20 09:00",
                            "scrape blogs failed 28 09:00",
                            "scrape blogs");
            assertThat(runs.thin(now)).isZero();
        }
    }

    @Test
    void keepsOldRunsThatAreNotInTheTotalsYet() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Runs runs = new Runs(test.database());
            ended(runs, "scrape", "blogs", FIRST, RunOutcome.FAILED);

            assertThat(runs.thin(FIRST.plus(Duration.ofDays(100)))).isZero();
        }
    }

    private static void ended(Runs runs, String job, @Nullable String plugin, Instant at, RunOutcome outcome) {
        runs.end(runs.begin(job, plugin, at), RunEnd.of(at, outcome, Map.of(), 0, null));
    }
}
