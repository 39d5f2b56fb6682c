package org.milesbot.store.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.milesbot.store.promo.Samples.BLOG;
import static org.milesbot.store.promo.Samples.NOON;
import static org.milesbot.store.promo.Samples.sighted;
import static org.milesbot.store.promo.Samples.undated;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.source.Validators;
import org.milesbot.store.promo.Counts;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.StoredPromo;
import org.milesbot.store.testing.TestDatabase;

class CapturesTest {

    private static final URI FEED = URI.create("https://example.org/feed");
    private static final URI MOVED = URI.create("https://www.example.org/feed");

    private TestDatabase test;
    private Captures captures;
    private Promos promos;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        captures = new Captures(test.database());
        promos = new Promos(test.database());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static NewCapture capture(String body, Instant fetchedAt, @Nullable String etag) {
        Page page = new Page(FEED, MOVED, fetchedAt, "application/rss+xml", body);
        return new NewCapture("blogs", BLOG, page, Body.of(body), new Validators(etag, null), 1, 1);
    }

    private Stored store(NewCapture capture, List<Sighted> found) {
        return captures.store(capture, new Contents(List.of(), found, NOON, null));
    }

    private List<KeptCapture> kept() {
        List<KeptCapture> kept = new ArrayList<>();
        captures.forEach(CaptureFilter.ALL, kept::add);
        return kept;
    }

    @Test
    void givesBackWhatItWasGiven() {
        String body = "<rss>é</rss>".repeat(10_000);
        Stored stored = store(capture(body, NOON, "\"1\""), List.of(sighted("a", undated(80))));

        assertThat(stored.isNew()).isTrue();
        assertThat(kept())
                .containsExactly(new KeptCapture(
                        stored.captureId(), "blogs", BLOG, FEED, MOVED, NOON, "application/rss+xml", Body.of(body), 1));
        assertThat(stored.promos()).extracting(StoredPromo::isNew).containsExactly(true);
    }

    @Test
    void keepsTheSameBodyOnceAndTheValidatorsOfTheLast() {
        store(capture("one", NOON, "\"1\""), List.of(sighted("a", undated(80))));
        store(capture("two", NOON.plusSeconds(1), "\"2\""), List.of(sighted("a", undated(80))));
        Stored again = store(capture("one", NOON.plusSeconds(2), "\"3\""), List.of(sighted("a", undated(80))));

        assertThat(again.isNew()).isFalse();
        assertThat(again.promos()).extracting(StoredPromo::isNew).containsExactly(false);
        assertThat(promos.counts()).isEqualTo(new Counts(2, 1, 1));
        assertThat(captures.validators(BLOG, FEED)).isEqualTo(new Validators("\"3\"", null));
        assertThat(kept()).extracting(KeptCapture::fetchedAt).containsExactly(NOON, NOON.plusSeconds(1));
    }

    @Test
    void knowsNoValidatorsOfWhatItNeverSaw() {
        assertThat(captures.validators(BLOG, FEED)).isEqualTo(Validators.NONE);
    }

    @Test
    void keepsNothingWhenASightingCannotBeKept() {
        test.database().useTransaction(open -> open.execute("alter table sighting add check (title <> title)"));

        assertThatThrownBy(() -> store(capture("one", NOON, null), List.of(sighted("a", undated(80)))))
                .isInstanceOf(MilesbotException.class);
        assertThat(promos.counts()).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void refusesAnAddressTooLongToKeep() {
        URI tooLong = URI.create("https://example.org/" + "x".repeat(2_000));
        Page page = new Page(tooLong, tooLong, NOON, null, "");

        assertThatThrownBy(() -> new NewCapture("blogs", BLOG, page, Body.of(""), Validators.NONE, 1, null))
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.DATA));
    }

    @Test
    void rebuildsWhatABetterParserReads() {
        long id = store(capture("one", NOON, null), List.of(sighted("a", undated(80)), sighted("b", undated(90))))
                .captureId();
        store(capture("two", NOON.plusSeconds(1), null), List.of(sighted("c", undated(90))));

        List<StoredPromo> rebuilt =
                captures.rebuild(id, 2, List.of(sighted("a", undated(70)), sighted("d", undated(60))));

        assertThat(rebuilt).extracting(StoredPromo::isNew).containsExactly(true, true);
        assertThat(percents()).containsExactlyInAnyOrder("60", "70", "90");
        assertThat(kept()).extracting(KeptCapture::parserVersion).containsExactly(2, 1);
    }

    private List<String> percents() {
        return Samples.listed(promos, PromoFilter.ALL).stream()
                .map(row -> String.valueOf(row.promo().bonus().highest()))
                .toList();
    }

    @Test
    void changesNothingWhenRebuiltTwice() {
        store(capture("one", NOON, null), List.of(sighted("a", undated(80)), sighted("b", undated(90))));
        store(capture("two", NOON.plusSeconds(9), null), List.of(sighted("b", undated(90))));
        rebuildAll();
        List<String> once = everything();

        rebuildAll();

        assertThat(everything()).isEqualTo(once).hasSize(4);
    }

    private void rebuildAll() {
        captures.forEach(
                CaptureFilter.ALL,
                capture -> captures.rebuild(
                        capture.id(),
                        2,
                        capture.body().equals(Body.of("one"))
                                ? List.of(sighted("a", undated(75)), sighted("b", undated(90)))
                                : List.of(sighted("b", undated(90)))));
    }

    private List<String> everything() {
        return test.database()
                .with(open -> open.createQuery(
                                "select promo::text as row from promo union select sighting::text from sighting order by row")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void forgetsAllThatACaptureSaidWhenItSaysNothingNow() {
        long id = store(capture("one", NOON, null), List.of(sighted("a", undated(80))))
                .captureId();

        assertThat(captures.rebuild(id, 2, List.of())).isEmpty();
        assertThat(promos.counts()).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void leavesASightingWithTheNewestCaptureThatHasIt() {
        long old = store(capture("one", NOON, null), List.of(sighted("a", undated(80))))
                .captureId();
        store(capture("two", NOON.plus(Duration.ofDays(1)), null), List.of(sighted("a", undated(80))));

        captures.rebuild(old, 2, List.of());

        assertThat(percents()).containsExactly("80");
    }

    @Test
    void goesThroughTheCapturesOfOneSourceOnly() {
        for (int i = 0; i < 11; i++) {
            store(capture("body " + i, NOON, null), List.of());
        }
        List<KeptCapture> mine = new ArrayList<>();
        List<KeptCapture> others = new ArrayList<>();

        captures.forEach(new CaptureFilter("blogs", BLOG), mine::add);
        captures.forEach(new CaptureFilter(null, new SourceId("other")), others::add);

        assertThat(mine).hasSize(11).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        assertThat(others).isEmpty();
    }

    @Test
    void tellsADamagedCapture() {
        long id = store(capture("one", NOON, null), List.of()).captureId();
        test.database().useTransaction(open -> open.execute("update capture set body = substring(body for 8)"));

        assertThatThrownBy(this::kept)
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining("capture " + id);
    }
}
