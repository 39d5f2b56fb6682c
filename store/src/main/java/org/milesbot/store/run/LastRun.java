package org.milesbot.store.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest run of a job.
 *
 * @param job which
 * @param startedAt when it began
 * @param outcome how it ended, or null if it has not, or was killed
 * @param error what went wrong, or null
 */
public record LastRun(
        String job,
        Instant startedAt,
        @Nullable String outcome,
        @Nullable String error) {}
