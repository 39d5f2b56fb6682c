package org.milesbot.cli.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before sending is tried again: five seconds, then ever longer, at most half an hour. */
final class Retries {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int FACTOR = 3;

    /** What was tried so often is at fault itself. */
    private static final int MOST = 30;

    private final RandomGenerator random;

    Retries(RandomGenerator random) {
        this.random = random;
    }

    /** Whether it is time to give up. */
    boolean areOver(int attempts) {
        return attempts >= MOST;
    }

    /**
     * The pause after a number of tries, between half of it and all of it, so that what failed together is not tried again
     * together.
     */
    Duration pause(int attempts) {
        double full = Math.min((double) LONGEST.toMillis(), FIRST.toMillis() * Math.pow(FACTOR, attempts - 1));
        return Duration.ofMillis(Math.round(full * (0.5 + random.nextDouble() / 2)));
    }
}
