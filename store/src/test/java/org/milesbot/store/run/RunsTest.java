package org.milesbot.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
}
