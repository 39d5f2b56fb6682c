package org.milesbot.notify.message;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the operator is told of a source.
 *
 * @param source the source, as people write it on the command line
 * @param kind what is the matter
 * @param since since when it fails or is silent, or until when it did; null if unknown
 * @param failures how many visits in a row came to nothing
 * @param outcome how the last visit ended, in words of the operator's language
 * @param problem what was said then, as it came from outside, or null
 */
public record SourceTrouble(
        String source,
        Kind kind,
        @Nullable Instant since,
        int failures,
        String outcome,
        @Nullable String problem) {

    /** What can be the matter. */
    public enum Kind {
        /** Visit after visit comes to nothing. */
        FAILING,
        /** Nothing new has come for longer than is usual there. */
        SILENT,
        /** What was told before is over. */
        RECOVERED;

        /** Its name as it is kept. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses nulls. */
    public SourceTrouble {
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(outcome, "outcome is null");
    }
}
