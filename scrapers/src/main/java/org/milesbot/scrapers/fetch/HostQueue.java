package org.milesbot.scrapers.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.milesbot.scrapers.fetch.FetchSettings.Politeness;

/** One host's queue: one request at a time, in order of arrival, with pauses between them. */
final class HostQueue {

    /** How time passes: read, waited for, and varied. */
    record Pace(Clock clock, Pause pause, RandomGenerator random) {}

    /** Waits; tests look at how long instead. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final Politeness politeness;
    private final Pace pace;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile Duration crawlDelay = Duration.ZERO;
    private volatile Rest pause = new Rest(Instant.MIN, Duration.ZERO);
    private volatile Rest closed = new Rest(Instant.MIN, Duration.ZERO);

    /** A time in which the host is left alone; never for longer than that again, though the clock is put back. */
    private record Rest(Instant until, Duration length) {

        static Rest from(Instant now, Duration length) {
            return new Rest(now.plus(length), length);
        }

        Duration left(Instant now) {
            if (!until.isAfter(now)) {
                return Duration.ZERO;
            }
            Duration left = Duration.between(now, until);
            return left.compareTo(length) < 0 ? left : length;
        }
    }

    HostQueue(Politeness politeness, Pace pace) {
        this.politeness = politeness;
        this.pace = pace;
    }

    /** Waits until all who came before have left. */
    void enter() throws InterruptedException {
        turn.lockInterruptibly();
    }

    void leave() {
        turn.unlock();
    }

    /** How much longer the host wants to be left alone, beyond what a call would wait for; zero if not. */
    Duration closedFor() {
        Duration left = left(closed);
        return left.compareTo(politeness.longestWait()) > 0 ? left : Duration.ZERO;
    }

    /** How long a request would wait now, but for others that are before it; zero if it would be turned away. */
    Duration pause() {
        return closedFor().isZero() ? rest(left(pause), left(closed)) : Duration.ZERO;
    }

    private static Duration rest(Duration pause, Duration closed) {
        return pause.compareTo(closed) > 0 ? pause : closed;
    }

    /** Sleeps through the rest of the pause after the last request. */
    void rest() throws InterruptedException {
        Duration rest = rest(left(pause), left(closed));
        if (!rest.isZero()) {
            pace.pause().sleep(rest);
        }
    }

    /** Begins the pause after a request. */
    void requested() {
        Duration delay = politeness.delay().compareTo(crawlDelay) > 0 ? politeness.delay() : crawlDelay;
        Duration jitter = Duration.ofNanos(
                (long) (politeness.jitter().toNanos() * pace.random().nextDouble()));
        pause = Rest.from(pace.clock().instant(), delay.plus(jitter));
    }

    /** The host asked to be left alone for so long. */
    void close(Duration duration) {
        closed = Rest.from(pace.clock().instant(), duration);
    }

    /** The host asked for so long a pause between requests. */
    void slowDown(Duration asked) {
        crawlDelay = asked.compareTo(politeness.longestCrawlDelay()) > 0 ? politeness.longestCrawlDelay() : asked;
    }

    private Duration left(Rest rest) {
        return rest.left(pace.clock().instant());
    }
}
