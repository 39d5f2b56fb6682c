package org.milesbot.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the sources and the jobs themselves are watched.
 *
 * @param freshness what was published longer ago is history when a source is first read, of which nobody is told
 * @param noticeAfter after how many failures in a row the operator is told
 * @param pingUrl what a job tells that it begins and how it ended, or null
 * @param metricsFile what a job writes its figures into for monitoring when it has ended, or null
 */
public record WatchingSettings(
        Duration freshness,
        int noticeAfter,
        @Nullable Secret pingUrl,
        @Nullable Path metricsFile) {}
