package org.milesbot.store.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job.
 *
 * @param job which
 * @param plugin for which plug-in, or null if the job is not one plug-in's
 * @param startedAt when it began
 * @param endedAt when it ended, or null if it has not, or was killed
 * @param outcome how it ended, or null
 * @param counts what was counted, as a JSON object
 * @param error what went wrong, or null
 */
public record PastRun(
        String job,
        @Nullable String plugin,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        String counts,
        @Nullable String error) {}
