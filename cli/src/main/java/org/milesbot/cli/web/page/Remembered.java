package org.milesbot.cli.web.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes long to work out and changes seldom. Only who asks first waits for it, and not for long; when it is old, it is
 * worked out anew while the old goes on being shown. For use by several threads.
 */
final class Remembered<T> {

    private static final Logger log = LoggerFactory.getLogger(Remembered.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(1);

    private final Supplier<T> source;
    private final Duration freshFor;
    private final Clock clock;
    private final Executor background;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile @Nullable T known;
    private volatile Instant due = Instant.MIN;

    private Remembered(Supplier<T> source, Duration freshFor, Clock clock, Executor background) {
        this.source = source;
        this.freshFor = freshFor;
        this.clock = clock;
        this.background = background;
    }

    /** What a source says, worked out in threads of its own. */
    static <T> Remembered<T> of(Supplier<T> source, Duration freshFor, Clock clock) {
        return new Remembered<>(source, freshFor, clock, Remembered::inBackground);
    }

    /** The same by another way to work it out. */
    Remembered<T> by(Executor other) {
        return new Remembered<>(source, freshFor, clock, other);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "web-background");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is known; nothing if that takes longer than somebody waits. */
    Optional<T> get() {
        if (!clock.instant().isBefore(due) && isBusy.compareAndSet(false, true)) {
            background.execute(this::workOut);
        }
        if (known == null) {
            await();
        }
        return Optional.ofNullable(known);
    }

    private void workOut() {
        try {
            known = source.get();
            due = clock.instant().plus(freshFor);
        } catch (RuntimeException e) {
            due = clock.instant().plus(BEFORE_ANOTHER_TRY);
            log.warn("what a page shows could not be worked out", e);
        } finally {
            isBusy.set(false);
            first.countDown();
        }
    }

    private void await() {
        try {
            if (!first.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("a page is shown without what is still being worked out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
