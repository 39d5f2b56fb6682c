package org.milesbot.store.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.CheckInterval;

/**
 * A visit to a source, when it is over.
 *
 * @param key which source
 * @param bounds how often it may be visited
 * @param at when the visit ended, after all that was kept of it; cut to milliseconds
 * @param outcome how it ended, as a slug
 * @param failed whether it came to nothing
 * @param problem what went wrong, in English, or null
 * @param retryAfter how long the server wants to be left alone, or null
 */
public record Visited(
        SourceKey key,
        CheckInterval bounds,
        Instant at,
        String outcome,
        boolean failed,
        @Nullable String problem,
        @Nullable Duration retryAfter) {

    /** Cuts the time. */
    public Visited {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
