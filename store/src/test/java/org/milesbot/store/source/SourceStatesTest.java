package org.milesbot.store.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

class SourceStatesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private static final SourceKey BLOG = new SourceKey("blogs", "passageiro");
    private static final CheckInterval BOUNDS = new CheckInterval(Duration.ofMinutes(10), Duration.ofHours(6));
    private static final WatchRules RULES = WatchRules.of(3);

    private TestDatabase test;
    private SourceStates states;
    private Notices notices;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        states = new SourceStates(test.database(), RULES);
        notices = new Notices(test.database());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static Visited visit(Instant at, String outcome, boolean failed) {
        return new Visited(BLOG, BOUNDS, at, outcome, failed, failed ? "HTTP 403" : null, null);
    }

    private Watched succeed(Instant at) {
        return states.record(visit(at, "read", false));
    }

    private Watched fail(Instant at) {
        return states.record(visit(at, "blocked", true));
    }

    private SourceState find() {
        return states.of(BLOG.plugin(), List.of(BLOG.source()))
                .getOrDefault(BLOG.source(), Before.NEW)
                .state();
    }

    private static Instant hours(long hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    /** A post every six hours for the three days before noon. */
    private void archive() {
        List<SourceItem> items = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> new SourceItem("post " + i, NOON.minus(Duration.ofHours(6L * i))))
                .toList();
        new SourceItems(test.database()).put("passageiro", items, NOON);
    }

    private void post(String id, Instant at) {
        new SourceItems(test.database()).put("passageiro", List.of(new SourceItem(id, at)), at);
    }

    private List<NoticeKind> kinds() {
        return notices.after(0, 100).stream().map(SourceNotice::kind).toList();
    }

    private String row() {
        return test.database()
                .with(open -> open.createQuery("select xmin::text from source_state")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void knowsNothingOfASourceThatWasNeverVisited() {
        assertThat(find()).isEqualTo(SourceState.NEW);
        assertThat(states.all()).isEmpty();
    }

    @Test
    void learnsTheRhythmFromTheArchiveOfTheFirstVisit() {
        archive();

        Watched first = succeed(NOON);

        assertThat(first.newItems()).isEqualTo(13);
        assertThat(first.notice()).isNull();
        assertThat(find()).isEqualTo(first.state());
        assertThat(first.state().rhythm()).isEqualTo(new Rhythm(Duration.ofHours(6), Duration.ofHours(6), Set.of()));
        assertThat(first.state().lastNewItem()).isEqualTo(hours(-6));
        assertThat(first.state().lastSuccess()).isEqualTo(NOON);
        assertThat(last(first).nextCheck()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
    }

    private static Last last(Watched watched) {
        return Objects.requireNonNull(watched.state().visit());
    }

    @Test
    void writesNoRowForAVisitThatFindsNothingNew() {
        archive();
        succeed(NOON);
        String written = row();

        Watched idle = states.record(visit(hours(1), "not_modified", false));

        assertThat(row()).isEqualTo(written);
        assertThat(idle.newItems()).isZero();
        assertThat(idle.state().lastSuccess()).isEqualTo(hours(1));
        assertThat(last(idle).nextCheck()).isAfter(hours(2));
    }

    @Test
    void looksForTheVisitsThatLeftNoRowInTheRuns() {
        archive();
        succeed(NOON);
        Watched idle = states.record(visit(hours(1), "not_modified", false));
        endRun(hours(1), last(idle));

        assertThat(find()).isEqualTo(idle.state());
        assertThat(states.all()).containsExactly(Map.entry(BLOG, idle.state()));
        Watched failed = fail(hours(2));
        assertThat(failed.state().lastSuccess()).isEqualTo(hours(1));
        assertThat(find()).isEqualTo(failed.state());
    }

    private void endRun(Instant at, Last last) {
        Runs runs = new Runs(test.database());
        Visit visit = Visit.of("blog", last.at(), last.outcome(), last.nextCheck(), Map.of("new_items", 0L), 0);
        runs.end(
                runs.begin("scrape", BLOG.plugin(), at),
                RunEnd.of(at, RunOutcome.OK, Map.of(), 0, null).with(Map.of(BLOG.source(), visit)));
    }

    @Test
    void takesAnItemForNewOnceAndAfterALostVisitToo() {
        archive();
        succeed(NOON);
        post("a new one", hours(2));

        assertThat(succeed(hours(3)).newItems()).isEqualTo(1);
        assertThat(succeed(hours(4)).newItems()).isZero();
        post("a new one", hours(5));
        assertThat(succeed(hours(6)).newItems()).isZero();
        assertThat(find().lastNewItem()).isEqualTo(hours(3));
    }

    @Test
    void tellsOnceThatASourceFailsAndOnceThatItIsBack() {
        succeed(NOON);
        assertThat(fail(hours(1)).notice()).isNull();
        assertThat(fail(hours(2)).notice()).isNull();
        SourceNotice failing = Objects.requireNonNull(fail(hours(3)).notice());
        assertThat(fail(hours(4)).notice()).isNull();
        assertThat(fail(hours(5)).state().failures()).isEqualTo(5);
        SourceNotice back = Objects.requireNonNull(succeed(hours(6)).notice());
        assertThat(succeed(hours(7)).notice()).isNull();

        assertThat(failing).isEqualTo(notice(failing.id(), NoticeKind.FAILING, hours(3), 3, "blocked", "HTTP 403"));
        assertThat(back).isEqualTo(notice(back.id(), NoticeKind.RECOVERED, hours(6), 5, "read", null));
        assertThat(notices.after(0, 10)).containsExactly(failing, back);
        assertThat(notices.after(failing.id(), 10)).containsExactly(back);
        assertThat(notices.after(0, 1)).containsExactly(failing);
        assertThat(notices.newest()).containsExactly(Map.entry(BLOG, back));
        assertThat(find().trouble()).isNull();
    }

    private static SourceNotice notice(
            long id, NoticeKind kind, Instant at, int failures, String outcome, @Nullable String problem) {
        return new SourceNotice(id, BLOG, kind, at, NOON, failures, outcome, problem);
    }

    @Test
    void saysNothingOfAFailureThatIsOverSoon() {
        for (int hour = 0; hour < 12; hour += 3) {
            succeed(hours(hour));
            fail(hours(hour + 1));
            fail(hours(hour + 2));
        }
        assertThat(kinds()).isEmpty();
    }

    @Test
    void tellsOnceThatASourceIsSilentForLongerThanUsual() {
        archive();
        succeed(NOON);

        // The last post came 6 hours before noon; a day of silence is always allowed.
        assertThat(succeed(hours(18)).notice()).isNull();
        SourceNotice silent = Objects.requireNonNull(succeed(hours(19)).notice());
        assertThat(silent.kind()).isEqualTo(NoticeKind.SILENT);
        assertThat(silent.since()).isEqualTo(hours(-6));
        assertThat(succeed(hours(40)).notice()).isNull();
        post("at last", hours(50));
        SourceNotice back = Objects.requireNonNull(succeed(hours(50)).notice());
        assertThat(back.kind()).isEqualTo(NoticeKind.RECOVERED);
        assertThat(back.since()).isEqualTo(hours(-6));
        assertThat(succeed(hours(51)).notice()).isNull();
    }

    @Test
    void allowsARareSourceItsOwnSilence() {
        List<SourceItem> rare = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> new SourceItem("post " + i, NOON.minus(Duration.ofDays(10L * i))))
                .toList();
        new SourceItems(test.database()).put("passageiro", rare, NOON);

        assertThat(succeed(NOON).notice()).isNull();
        assertThat(succeed(hours(1)).notice()).as("11 days").isNotNull();
        assertThat(kinds()).containsExactly(NoticeKind.SILENT);
    }

    @Test
    void doesNotCallASourceSilentThatItDoesNotKnowYet() {
        post("the only one", NOON);
        succeed(NOON);
        assertThat(succeed(hours(9_000)).notice()).isNull();
    }

    @Test
    void hasOneTroubleAtATime() {
        archive();
        succeed(NOON);
        succeed(hours(30));
        IntStream.range(31, 39).forEach(hour -> fail(hours(hour)));
        succeed(hours(40));
        post("at last", hours(41));
        succeed(hours(41));

        assertThat(kinds()).containsExactly(NoticeKind.SILENT, NoticeKind.RECOVERED);
    }

    @Test
    void saysNothingOfAMutedSourceAndSpeaksAgainWhenItMay() {
        states.mute(BLOG, true);
        assertThat(find().muted()).isTrue();
        IntStream.range(0, 5).forEach(hour -> fail(hours(hour)));
        assertThat(kinds()).isEmpty();

        states.mute(BLOG, false);
        fail(hours(6));
        assertThat(kinds()).containsExactly(NoticeKind.FAILING);
        states.mute(BLOG, true);
        succeed(hours(7));
        assertThat(kinds()).containsExactly(NoticeKind.FAILING);
        states.mute(BLOG, false);
        succeed(hours(8));
        assertThat(kinds()).containsExactly(NoticeKind.FAILING);
    }

    @Test
    void writesTheNoticeWithTheStateOrNeither() {
        succeed(NOON);
        fail(hours(1));
        fail(hours(2));
        SourceState before = find();

        assertThatThrownBy(() -> test.database().useTransaction(open -> {
                    assertThat(fail(hours(3)).notice()).isNotNull();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(find()).isEqualTo(before);
        assertThat(kinds()).isEmpty();
        fail(hours(4));
        fail(hours(5));
        assertThat(kinds()).containsExactly(NoticeKind.FAILING);
    }

    @Test
    void tellsOnceWhenSeveralProcessesFindItOut() throws ExecutionException, InterruptedException {
        succeed(NOON);
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                Instant at = hours(i);
                all.add(pool.submit(() -> {
                    try (Database own = test.another()) {
                        new SourceStates(own, RULES).record(visit(at, "blocked", true));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(find().failures()).isEqualTo(6);
        assertThat(kinds()).containsExactly(NoticeKind.FAILING);
    }

    @Test
    void keepsWhatNoTextColumnTakes() {
        IntStream.range(0, 3)
                .forEach(i -> states.record(
                        new Visited(BLOG, BOUNDS, hours(i), "failed", true, "a\0b\ud800" + "x".repeat(5_000), null)));

        assertThat(notices.after(0, 9))
                .singleElement()
                .extracting(SourceNotice::problem)
                .asString()
                .startsWith("ab\ufffdx")
                .hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void staysAwayAsLongAsTheServerAsks() {
        Watched sentAway = states.record(new Visited(BLOG, BOUNDS, NOON, "blocked", true, "429", Duration.ofHours(8)));
        assertThat(last(sentAway).nextCheck()).isEqualTo(hours(8));
    }

    @Test
    void keepsPluginsApart() {
        fail(NOON);
        states.record(new Visited(new SourceKey("other", "passageiro"), BOUNDS, NOON, "read", false, null, null));

        assertThat(states.all().entrySet())
                .extracting(
                        entry -> entry.getKey().plugin(),
                        entry -> entry.getValue().failures())
                .containsExactly(tuple("blogs", 1), tuple("other", 0));
    }

    @Test
    void tellsNothingOfRecordings() {
        IntStream.range(0, 4).forEach(hour -> fail(hours(hour)));
        SourceStates replayed = new SourceStates(test.database(), WatchRules.UNTOLD);

        assertThat(replayed.record(visit(hours(5), "read", false)).notice()).isNull();
        IntStream.range(6, 12).forEach(hour -> replayed.record(visit(hours(hour), "failed", true)));

        assertThat(kinds()).containsExactly(NoticeKind.FAILING);
        assertThat(Objects.requireNonNull(succeed(hours(13)).notice()).kind()).isEqualTo(NoticeKind.RECOVERED);
    }
}
