package org.milesbot.notify.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Fault;
import org.milesbot.notify.testing.Sayings;

class TelegramUpdatesTest {

    /** The common pool may have one thread only, which whoever else waits in it would keep from us. */
    private static final Executor OWN_THREAD = work -> new Thread(work, "listening").start();

    private final BotApiServer telegram = BotApiServer.start();
    private final TelegramUpdates updates =
            new TelegramUpdates(new TelegramSettings(telegram.url(), BotApiServer.TOKEN));
    private final Kept kept = new Kept();
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    /** Keeps updates in memory, and fails when it is told to. */
    private static final class Kept implements TelegramUpdates.Sink {
        private final List<RawUpdate> all = new ArrayList<>();
        private int failures;
        private long next;

        @Override
        public synchronized long next() {
            return next;
        }

        @Override
        public synchronized void take(List<RawUpdate> fresh) {
            if (!fresh.isEmpty() && failures-- > 0) {
                throw new IllegalStateException("the database is away");
            }
            all.addAll(fresh);
            fresh.forEach(update -> next = update.id() + 1);
        }

        synchronized List<Long> ids() {
            return all.stream().map(RawUpdate::id).toList();
        }
    }

    @AfterEach
    void close() {
        updates.close();
        telegram.close();
        assertThat(begun)
                .allSatisfy(listening -> await().atMost(20, TimeUnit.SECONDS).until(listening::isDone));
    }

    private CompletableFuture<Void> listening(TelegramUpdates listener) {
        CompletableFuture<Void> listening = CompletableFuture.runAsync(
                () -> {
                    try {
                        listener.listen(kept);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                OWN_THREAD);
        begun.add(listening);
        return listening;
    }

    private void awaits(List<Long> ids) {
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(kept.ids()).isEqualTo(ids));
    }

    @Test
    void handsOverEachUpdateOnce() {
        long first = telegram.happens(Sayings.text(1, "oi"));
        CompletableFuture<Void> listening = listening(updates);
        awaits(List.of(first));
        long second = telegram.happens(Sayings.pressed(2, 5, "why:1"));
        awaits(List.of(first, second));

        updates.close();

        assertThat(listening).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(kept.all).extracting(RawUpdate::chatId).containsExactly(1L, 2L);
        assertThat(telegram.calls("deleteWebhook")).isNotEmpty();
        assertThat(telegram.calls("getUpdates").get(0).path("allowed_updates").toString())
                .contains("message", "callback_query", "my_chat_member");
    }

    @Test
    void isHandedOverAgainWhatWasNotKept() {
        kept.failures = 2;
        long first = telegram.happens(Sayings.text(1, "oi"));

        CompletableFuture<Void> listening = listening(updates);

        awaits(List.of(first));
        assertThat(listening).isNotDone();
    }

    static List<Fault> outages() {
        return List.of(
                new Fault.Page(502),
                new Fault.Refusal(409, "Conflict: terminated by other getUpdates request"),
                new Fault.Refusal(500, "Internal Server Error"),
                new Fault.SlowDown(1),
                new Fault.Cut(false, false),
                new Fault.Page(200));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void goesOnAfterAnOutage(Fault fault) {
        telegram.nextOf("deleteWebhook", fault);
        telegram.nextOf("getUpdates", fault);
        long first = telegram.happens(Sayings.text(1, "oi"));

        CompletableFuture<Void> listening = listening(updates);

        awaits(List.of(first));
        assertThat(listening).isNotDone();
    }

    @Test
    void waitsAsLongAsTelegramSays() {
        telegram.nextOf("getUpdates", new Fault.SlowDown(2));
        long before = System.nanoTime();
        telegram.happens(Sayings.text(1, "oi"));

        CompletableFuture<Void> listening = listening(updates);

        await().atMost(20, TimeUnit.SECONDS).until(() -> !kept.ids().isEmpty());
        assertThat(listening).isNotDone();
        assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void endsWhenTheTokenIsNotTaken() {
        TelegramSettings wrong = new TelegramSettings(telegram.url(), "123456789:AAEwrongWRONGwrongWRONGwrongWRONGwr0");
        try (TelegramUpdates refused = new TelegramUpdates(wrong)) {
            assertThat(listening(refused))
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(MilesbotException.class, error -> {
                        assertThat(error.kind()).isEqualTo(ErrorKind.CONFIGURATION);
                        assertThat(error.text().toString())
                                .contains("TELEGRAM_BOT_TOKEN")
                                .doesNotContain("wrongWRONG");
                    });
        }
    }

    @Test
    void endsWhenItIsClosedThoughNobodyAnswers() {
        TelegramSettings nowhere = new TelegramSettings(URI.create("http://127.0.0.1:1"), BotApiServer.TOKEN);
        TelegramUpdates deaf = new TelegramUpdates(nowhere);
        CompletableFuture<Void> listening = listening(deaf);

        deaf.close();

        assertThat(listening).succeedsWithin(5, TimeUnit.SECONDS);
    }

    @Test
    void asksFromWhereOnNothingIsKept() {
        kept.next = 7_000;

        CompletableFuture<Void> listening = listening(updates);

        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> !telegram.calls("getUpdates").isEmpty());
        assertThat(listening).isNotDone();
        assertThat(telegram.calls("getUpdates").get(0).path("offset").asLong()).isEqualTo(7_000);
    }
}
