package org.milesbot.cli.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.job.JobContext;

/** Finds what is new for a job. */
@FunctionalInterface
public interface JobNews {

    /** Nothing is. */
    JobNews NOTHING = JobContext::at;

    /**
     * What a job is told.
     *
     * @param lastSuccess when the last run began that went well, or null
     */
    JobContext since(Instant now, @Nullable Instant lastSuccess);
}
