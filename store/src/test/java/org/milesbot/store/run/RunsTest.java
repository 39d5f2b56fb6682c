package org.milesbot.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.milesbot.store.testing.TestDatabase;

class RunsTest {

    private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void knowsWhenAJobLastSucceededForAPlugin() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Runs runs = new Runs(test.database());
            end(runs, runs.begin("scrape", "blogs", FIRST), RunOutcome.OK);
            end(runs, runs.begin("scrape", "blogs", FIRST.plusSeconds(60)), RunOutcome.PARTIAL);
            end(runs, runs.begin("scrape", "blogs", FIRST.plusSeconds(120)), RunOutcome.FAILED);
            runs.begin("scrape", "blogs", FIRST.plusSeconds(180));

            assertThat(runs.lastSuccess("scrape", "blogs")).contains(FIRST);
            assertThat(runs.lastSuccess("scrape", "channels")).isEmpty();
            assertThat(runs.lastSuccess("scrape", null)).isEmpty();
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
                                    select concat_ws(' ', job, plugin, outcome, counts, bytes, error)
                                    from run
                                    """).mapTo(String.class).one());

            assertThat(row).isEqualTo("reparse ok {\"new\": 3, \"seen\": 9} 1024");
            assertThat(runs.lastSuccess("reparse", null)).contains(FIRST);
        }
    }
}
