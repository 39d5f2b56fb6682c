package org.milesbot.store.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.promo.Samples.BLOG;
import static org.milesbot.store.promo.Samples.NOON;
import static org.milesbot.store.promo.Samples.sighted;
import static org.milesbot.store.promo.Samples.undated;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Validators;
import org.milesbot.store.capture.CaptureRetention.Dropped;
import org.milesbot.store.promo.Counts;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.testing.TestDatabase;

class CaptureRetentionTest {

    private static final URI FEED = URI.create("https://example.org/feed");
    private static final URI PAGE = URI.create("https://example.org/page");
    private static final Instant DAY_LATER = NOON.plus(Duration.ofDays(1));
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private TestDatabase test;
    private Captures captures;
    private CaptureRetention retention;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        captures = new Captures(test.database());
        retention = new CaptureRetention(test.database());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void store(URI address, String body, Instant at, List<Sighted> found) {
        Page page = new Page(address, address, at, "text/html", body);
        captures.store(
                new NewCapture("blogs", BLOG, page, Body.of(body), new Validators("\"1\"", null), 1, 1),
                new Contents(List.of(), found, at, null));
    }

    private List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        captures.forEach(
                CaptureFilter.ALL,
                capture -> bodies.add(new String(capture.body().toBytes(), StandardCharsets.UTF_8)));
        return bodies;
    }

    private Counts counts() {
        return new Promos(test.database()).counts();
    }

    @Test
    void deletesOldAnswersThatSayNothingAndHaveASuccessor() {
        store(FEED, "old", NOON, List.of());
        store(FEED, "told", NOON.plusSeconds(1), List.of(sighted("a", undated(80))));
        store(FEED, "new", DAY_LATER, List.of());
        store(PAGE, "only", NOON, List.of());

        assertThat(retention.drop(NOON.plusSeconds(2), NO_LIMIT)).isEqualTo(new Dropped(1, 0));

        assertThat(bodies()).containsExactly("told", "new", "only");
        assertThat(retention.drop(NOON.plusSeconds(2), NO_LIMIT)).isEqualTo(new Dropped(0, 0));
    }

    @Test
    void keepsAnswersThatAreNotOldYet() {
        store(FEED, "old", NOON, List.of());
        store(FEED, "new", DAY_LATER, List.of());

        assertThat(retention.drop(NOON, NO_LIMIT)).isEqualTo(new Dropped(0, 0));
        assertThat(bodies()).containsExactly("old", "new");
    }

    @Test
    void goesThroughManySteps() {
        test.database().useTransaction(open -> open.execute("""
                insert into capture (
                    plugin, source, requested_url, final_url, fetched_at, last_seen, sha256, body, body_size, parser_version)
                select 'blogs', 'blog', 'https://example.org/', 'https://example.org/', ?, ?,
                    sha256(cast(cast(n as text) as bytea)), '', 0, 1
                from generate_series(1, 1203) as n
                """, NOON, NOON));

        assertThat(retention.drop(DAY_LATER, NO_LIMIT)).isEqualTo(new Dropped(1202, 0));
    }

    @Test
    void dropsTheOldestBodiesUntilTheRestFitsAndKeepsWhatWasRead() {
        String oldest = noise(1);
        store(FEED, oldest, NOON, List.of(sighted("a", undated(80))));
        store(FEED, noise(2), NOON.plusSeconds(1), List.of(sighted("b", undated(90))));
        store(FEED, "small", NOON.plusSeconds(2), List.of());
        Counts before = counts();

        assertThat(retention.drop(NOON, 15_000)).isEqualTo(new Dropped(0, 1));

        assertThat(bodies()).hasSize(2).doesNotContain(oldest);
        assertThat(counts()).isEqualTo(before);
        assertThat(captures.validators(BLOG, FEED)).isEqualTo(new Validators("\"1\"", null));
        assertThat(retention.drop(NOON, 15_000)).isEqualTo(new Dropped(0, 0));
    }

    @Test
    void keepsABodyAgainThatComesAgain() {
        store(FEED, "one", NOON, List.of());
        retention.drop(NOON, 0);
        assertThat(bodies()).isEmpty();

        store(FEED, "one", DAY_LATER, List.of());

        assertThat(bodies()).containsExactly("one");
    }

    /** So much that 10,000 bytes are left of it when it is compressed. */
    private static String noise(long seed) {
        return new Random(seed)
                .ints(10_000 * 8 / 6, 0, 64)
                .collect(StringBuilder::new, (text, n) -> text.append((char) ('!' + n)), StringBuilder::append)
                .toString();
    }
}
