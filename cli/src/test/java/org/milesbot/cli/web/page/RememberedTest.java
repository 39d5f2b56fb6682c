package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T15:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final AtomicInteger asked = new AtomicInteger();

    private Remembered<Integer> counting() {
        return Remembered.of(asked::incrementAndGet, Duration.ofMinutes(10), clock);
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void worksItOutOnceForATime() {
        Remembered<Integer> one = counting().by(Runnable::run);

        assertThat(one.get()).contains(1);
        pass(Duration.ofMinutes(9));
        assertThat(one.get()).contains(1);
        pass(Duration.ofMinutes(1));
        assertThat(one.get()).contains(2);
    }

    @Test
    void showsTheOldWhileTheNewIsWorkedOut() {
        Queue<Runnable> work = new ArrayDeque<>();
        Remembered<Integer> one = counting().by(task -> {
            if (asked.get() == 0) {
                task.run();
            } else {
                work.add(task);
            }
        });
        assertThat(one.get()).contains(1);
        pass(Duration.ofMinutes(10));

        assertThat(one.get()).contains(1);
        assertThat(one.get()).contains(1);
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(one.get()).contains(2);
    }

    @Test
    void triesAgainAfterAWhileWhereItFailed() {
        Remembered<Integer> one = Remembered.of(
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("the database is away");
                            }
                            return asked.get();
                        },
                        Duration.ofMinutes(10),
                        clock)
                .by(Runnable::run);

        assertThat(one.get()).isEqualTo(Optional.empty());
        assertThat(one.get()).isEmpty();
        assertThat(asked).hasValue(1);
        pass(Duration.ofMinutes(1));
        assertThat(one.get()).contains(2);
    }

    @Test
    void worksItOutInAThreadOfItsOwn() {
        AtomicReference<String> thread = new AtomicReference<>();
        Remembered<Integer> one = Remembered.of(
                () -> {
                    thread.set(Thread.currentThread().getName());
                    return 7;
                },
                Duration.ofMinutes(10),
                clock);

        assertThat(one.get()).contains(7);
        assertThat(thread).hasValue("web-background");
    }
}
