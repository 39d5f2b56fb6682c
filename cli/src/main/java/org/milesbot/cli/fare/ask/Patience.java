package org.milesbot.cli.fare.ask;

import java.time.Duration;

/**
 * How often a request that came to nothing is made again.
 *
 * @param attempts how often in all, at least 1
 * @param firstPause how long to wait before the second time; twice as long before each further one
 * @param longestPause the longest to wait for a turn or before asking again; what takes longer is left for the next run
 */
public record Patience(int attempts, Duration firstPause, Duration longestPause) {

    /** For servers that hiccup, and for runs that a timer starts again soon. */
    public static final Patience USUAL = new Patience(3, Duration.ofSeconds(2), Duration.ofSeconds(30));

    Duration before(int attempt) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 2, 10));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
