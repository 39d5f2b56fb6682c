package org.milesbot.cli.pipeline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a visit ended.
 *
 * @param report what it brought
 * @param failed whether it came to nothing; a bad page among good ones is in the report only
 * @param isQuiet whether nothing was kept of it
 * @param retryAfter how long the server wants to be left alone, or null
 */
record VisitEnd(
        SourceReport report,
        boolean failed,
        boolean isQuiet,
        @Nullable Duration retryAfter) {

    /** A visit that came to nothing if its outcome is a failure. */
    static VisitEnd of(SourceReport report) {
        return new VisitEnd(report, report.outcome().isFailure(), false, null);
    }
}
