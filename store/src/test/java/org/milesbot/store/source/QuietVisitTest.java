package org.milesbot.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.store.db.Database;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;
import org.milesbot.store.run.Visit;
import org.milesbot.store.source.SourceState.Last;
import org.milesbot.store.source.SourceStates.Before;
import org.milesbot.store.testing.TestDatabase;

/** Visits that keep nothing. */
class QuietVisitTest {

    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private static final SourceKey BLOG = new SourceKey("blogs", "passageiro");
    private static final CheckInterval BOUNDS = new CheckInterval(Duration.ofMinutes(10), Duration.ofHours(6));
    private static final WatchRules RULES = WatchRules.of(3);

    private TestDatabase test;
    private SourceStates states;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        states = new SourceStates(test.database(), RULES);
        post("archive", NOON.minus(Duration.ofHours(6)));
        states.record(visit(NOON, false));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static Instant hours(long hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private static Visited visit(Instant at, boolean failed) {
        return new Visited(BLOG, BOUNDS, at, failed ? "blocked" : "not_modified", failed, null, null);
    }

    private void post(String id, Instant at) {
        new SourceItems(test.database()).put(BLOG.source(), List.of(new SourceItem(id, at)), at);
    }

    private Before before() {
        return Objects.requireNonNull(
                states.of(BLOG.plugin(), List.of(BLOG.source(), "other")).get(BLOG.source()));
    }

    @Test
    void asksNothingOfTheDatabase() {
        Before before = before();
        Watched asked = states.record(visit(hours(1), false));
        Database closed = test.another();
        closed.close();

        Watched idle = new SourceStates(closed, RULES).recordQuiet(visit(hours(1), false), before);

        assertThat(idle).isEqualTo(asked);
    }

    @Test
    void countsWhatAVisitKeptThatDied() {
        post("kept", hours(1));

        Watched next = states.recordQuiet(visit(hours(2), false), before());

        assertThat(next.newItems()).isOne();
        assertThat(before().state().lastNewItem()).isEqualTo(hours(2));
        assertThat(before().isCounted()).isTrue();
    }

    @Test
    void countsWhatAVisitKeptThatDiedAfterOneThatLeftNoRow() {
        Last idle = Objects.requireNonNull(
                states.recordQuiet(visit(hours(1), false), before()).state().visit());
        Visit told = Visit.of("blog", idle.at(), idle.outcome(), idle.nextCheck(), Map.of(), 0);
        Runs runs = new Runs(test.database());
        runs.end(
                runs.begin("scrape", BLOG.plugin(), hours(1)),
                RunEnd.of(hours(1), RunOutcome.OK, Map.of(), 0, null).with(Map.of(BLOG.source(), told)));
        assertThat(before().state().visit()).isEqualTo(idle);
        assertThat(before().isCounted()).isTrue();
        post("kept", hours(2));

        Watched next = states.recordQuiet(visit(hours(3), false), before());

        assertThat(next.newItems()).isOne();
    }

    @Test
    void writesWhatAVisitChanges() {
        Watched failed = states.recordQuiet(visit(hours(1), true), before());
        assertThat(before().state().failures()).isOne();
        assertThat(before().state()).isEqualTo(failed.state());

        states.recordQuiet(visit(hours(2), false), before());
        assertThat(before().state().failures()).isZero();
    }

    @Test
    void writesTheFirstVisit() {
        SourceKey other = new SourceKey("blogs", "other");
        Visited first = new Visited(other, BOUNDS, NOON, "not_modified", false, null, null);

        Watched watched = states.recordQuiet(first, Before.NEW);

        assertThat(states.all()).containsEntry(other, watched.state());
    }
}
