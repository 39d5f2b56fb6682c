package org.milesbot.store.db;

import java.time.Duration;

/**
 * How a pool behaves.
 *
 * @param size how many connections there are at most
 * @param statementTimeout how long one statement may take
 * @param waitLimit how long a thread waits for a free connection, 250 ms at least
 */
public record PoolSettings(int size, Duration statementTimeout, Duration waitLimit) {

    private static final Duration LEAST_WAIT = Duration.ofMillis(250);

    /**
     * @throws IllegalArgumentException if one of them is too little
     */
    public PoolSettings {
        if (size < 1 || statementTimeout.toMillis() < 1 || waitLimit.compareTo(LEAST_WAIT) < 0) {
            throw new IllegalArgumentException("a pool of %d connections with statements of %s and a wait of %s"
                    .formatted(size, statementTimeout, waitLimit));
        }
    }
}
