package org.milesbot.cli.metrics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.metric.Readings;

/**
 * What a look at the database found.
 *
 * @param at when
 * @param state whether it could be read
 * @param schema the version of its schema; 0 if there is none, or it is not known
 * @param known the version that this milesbot needs
 * @param readings what was read, or null if it could not be
 * @param took how long it took
 */
record Seen(
        Instant at,
        State state,
        int schema,
        int known,
        @Nullable Readings readings,
        Duration took) {

    /** Whether the database could be read. */
    enum State {
        /** It answered. */
        READ,
        /** It answered, and its schema is older or newer than what this milesbot knows. */
        OTHER_SCHEMA,
        /** It refused to be read, or there is no way to it. */
        DOWN,
        /** It did not answer in time. */
        TOO_SLOW
    }
}
