package org.milesbot.store.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.milesbot.store.testing.TestDatabase;

class BotInboxTest {

    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");

    private final TestDatabase test = TestDatabase.migrated();
    private final BotInbox inbox = new BotInbox(test.database(), 1);

    @AfterEach
    void close() {
        test.close();
    }

    private static BotUpdate update(long id) {
        return new BotUpdate(id, 7L, "{\"update_id\": " + id + "}");
    }

    @Test
    void keepsEachUpdateOnceAndAsksForTheNext() {
        assertThat(inbox.next(NOW)).isZero();

        assertThat(inbox.take(List.of(update(5), update(6)), NOW)).hasSize(2);
        assertThat(inbox.take(List.of(update(6), update(7)), NOW)).containsExactly(update(7));

        assertThat(inbox.next(NOW)).isEqualTo(8);
        assertThat(inbox.done(6)).hasValue(0);
        assertThat(inbox.done(6)).isEmpty();
        assertThat(inbox.waiting()).containsExactly(update(5), update(7));
        assertThat(new BotInbox(test.database(), 2).waiting()).isEmpty();
    }

    @Test
    void takesLowerNumbersAfterAWeekOfSilence() {
        inbox.take(List.of(update(900)), NOW);
        Instant later = NOW.plus(Duration.ofDays(7));

        assertThat(inbox.next(later)).isZero();
        assertThat(inbox.take(List.of(update(3)), later)).containsExactly(update(3));
        assertThat(inbox.next(later)).isEqualTo(4);
    }

    @Test
    void givesUpWhatBringsTheProcessDownAlsoIfItTakesItsTime() {
        inbox.take(List.of(update(5)), NOW);
        for (int attempt = 1; attempt <= BotInbox.MOST_ATTEMPTS; attempt++) {
            assertThat(inbox.waiting()).containsExactly(update(5));
            assertThat(inbox.done(5)).hasValue(attempt);
            inbox.putBack(update(5), attempt, NOW);
        }

        assertThat(inbox.waiting()).isEmpty();
        assertThat(inbox.done(5)).isEmpty();
    }
}
