package org.milesbot.cli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.milesbot.api.web.WebReply;

class RepliesTest {

    private final Replies replies = new Replies(Ticker.systemTicker());

    private static Replies.Key key(String path) {
        return new Replies.Key("an edition", path, null, "pt");
    }

    private static Ready saying(String word, Duration freshFor) {
        return Ready.of(WebReply.html(word, freshFor));
    }

    private CompletableFuture<Ready> asked(String path, Supplier<Ready> making) {
        return CompletableFuture.supplyAsync(() -> replies.get(key(path), making), work -> new Thread(work).start())
                .orTimeout(20, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Their keys have the same hash, so a map keeps them in one place. */
    @Test
    void nobodyWaitsForAReplyToSomethingElse() {
        assertThat(key("Aa")).hasSameHashCodeAs(key("BB"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<Ready> slow = asked("Aa", () -> {
            begun.countDown();
            await(gate);
            return saying("slow", Duration.ofHours(1));
        });
        await(begun);

        Ready quick = asked("BB", () -> saying("quick", Duration.ofHours(1))).join();
        gate.countDown();

        assertThat(quick.bytes(false)).asString().isEqualTo("quick");
        assertThat(slow.join().bytes(false)).asString().isEqualTo("slow");
    }

    @Test
    void ofManyWhoAskAtOnceOneHasItMade() {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        Supplier<Ready> making = () -> {
            begun.countDown();
            await(gate);
            return saying("number " + made.incrementAndGet(), Duration.ofHours(1));
        };
        CompletableFuture<Ready> first = asked("/", making);
        await(begun);
        List<CompletableFuture<Ready>> others = List.of(asked("/", making), asked("/", making));
        gate.countDown();

        assertThat(others).allSatisfy(other -> assertThat(other.join()).isSameAs(first.join()));
        assertThat(made).hasValue(1);
    }

    @Test
    void keepsNeitherWhatIsStaleAtOnceNorWhatFailed() {
        assertThatThrownBy(() -> replies.get(key("/"), () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        replies.get(key("/"), () -> saying("first", Duration.ZERO));

        Ready second = replies.get(key("/"), () -> saying("second", Duration.ofHours(1)));

        assertThat(second.bytes(false)).asString().isEqualTo("second");
    }
}
