package org.milesbot.cli.duty;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A duty that goes on until it is ended, in a thread of its own. When it fails for a reason that may pass it begins again
 * after a while; one that is set up wrong stays off, and the other duties go on without it.
 */
public final class LastingDuty implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LastingDuty.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration LAST_WAIT = Duration.ofSeconds(9);

    private final Duty duty;
    private final Work work;
    private final DutyFaults faults;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Stopping current;
    private volatile boolean isOff;

    /** What lasts. */
    @FunctionalInterface
    public interface Work {

        /**
         * Goes on until it is asked to end, or fails.
         *
         * @throws MilesbotException of kind CONFIGURATION if trying again is of no use
         */
        void run(Stopping stopping) throws InterruptedException;
    }

    public LastingDuty(Duty duty, Work work, DutyFaults faults) {
        this.duty = duty;
        this.work = work;
        this.faults = faults;
        thread = new Thread(this::go, duty.slug());
        thread.setDaemon(true);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    private void go() {
        Duration pause = FIRST_PAUSE;
        while (ending.getCount() > 0 && !isOff) {
            long began = System.nanoTime();
            if (once()) {
                pause = FIRST_PAUSE;
            } else if (!isOff) {
                boolean lasted = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
                pause = lasted ? FIRST_PAUSE : pause;
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Returns whether it ended because it was asked to. */
    private boolean once() {
        Stopping stopping = new Stopping(thread);
        current = stopping;
        if (ending.getCount() == 0) {
            return true;
        }
        try {
            work.run(stopping);
        } catch (InterruptedException e) {
            log.debug("{} was interrupted", duty, e);
        } catch (RuntimeException e) {
            if (stopping.isAsked()) {
                log.debug("{} did not end in order", duty, e);
            } else {
                failed(e);
            }
        } finally {
            current = null;
            Thread.interrupted();
        }
        return stopping.isAsked();
    }

    private void failed(RuntimeException error) {
        if (error instanceof MilesbotException known) {
            isOff = known.kind() == ErrorKind.CONFIGURATION;
            faults.failed(duty, known);
            return;
        }
        log.error("{} failed and begins again", duty, error);
        Text sentence = Text.of(LastingDuty.class, "broken", String.valueOf(error));
        faults.failed(duty, new MilesbotException(ErrorKind.INTERNAL, sentence, error));
    }

    private void rest(Duration pause) {
        try {
            if (ending.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("{} does not begin again", duty);
            }
        } catch (InterruptedException e) {
            log.debug("{} begins again early", duty, e);
        }
    }

    /** Whether it is set up wrong, and stays off until the process is started anew. */
    public boolean isOff() {
        return isOff;
    }

    /** Ends it, whereupon it begins anew with what is there now. */
    public void again() {
        Stopping stopping = current;
        if (stopping != null) {
            stopping.ask();
        }
    }

    /** Ends it for good, and waits for that a while. */
    @Override
    public void close() {
        ending.countDown();
        again();
        try {
            thread.join(LAST_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
