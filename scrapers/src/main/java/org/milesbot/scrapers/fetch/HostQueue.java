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
    private volatile Instant freeAt = Instant.MIN;
    private volatile Instant closedUntil = Instant.MIN;

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
        Duration left = left(closedUntil);
        return left.compareTo(politeness.longestWait()) > 0 ? left : Duration.ZERO;
    }

    /** How long a request would wait now, but for others that are before it; zero if it would be turned away. */
    Duration pause() {
        return closedFor().isZero() ? rest(left(freeAt), left(closedUntil)) : Duration.ZERO;
    }

    private static Duration rest(Duration pause, Duration closed) {
        return pause.compareTo(closed) > 0 ? pause : closed;
    }

    /** Sleeps through the rest of the pause after the last request. */
    void rest() throws InterruptedException {
        Duration rest = rest(left(freeAt), left(closedUntil));
        if (!rest.isZero()) {
            pace.pause().sleep(rest);
        }
    }

    /** Begins the pause after a request. */
    void requested() {
        Duration delay = politeness.delay().compareTo(crawlDelay) > 0 ? politeness.delay() : crawlDelay;
        Duration jitter = Duration.ofNanos(
                (long) (politeness.jitter().toNanos() * pace.random().nextDouble()));
        freeAt = pace.clock().instant().plus(delay).plus(jitter);
    }

    /** The host asked to be left alone for so long. */
    void close(Duration duration) {
        closedUntil = pace.clock().instant().plus(duration);
    }

    /** The host asked for so long a pause between requests. */
    void slowDown(Duration asked) {
        crawlDelay = asked.compareTo(politeness.longestCrawlDelay()) > 0 ? politeness.longestCrawlDelay() : asked;
    }

    private Duration left(Instant until) {
        Instant now = pace.clock().instant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
