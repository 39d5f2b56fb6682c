package org.milesbot.store.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param visit how the last visit went; null before the first
 * @param lastSuccess when a visit last went well
 * @param lastNewItem when something new last came
 * @param failures how many visits in a row came to nothing
 * @param rhythm how often something new comes
 * @param trouble what the operator was told of and is not over
 * @param muted whether the operator wants to hear nothing of it
 */
public record SourceState(
        @Nullable Last visit,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNewItem,
        int failures,
        Rhythm rhythm,
        @Nullable Trouble trouble,
        boolean muted) {

    /** A source that was never visited. */
    public static final SourceState NEW = new SourceState(null, null, null, 0, Rhythm.UNKNOWN, null, false);

    /**
     * The last visit.
     *
     * @param at when it ended
     * @param outcome how, as a slug
     * @param nextCheck when to look again
     */
    public record Last(Instant at, String outcome, Instant nextCheck) {}

    /** The same with another last visit. */
    SourceState withVisit(Last last) {
        return new SourceState(last, lastSuccess, lastNewItem, failures, rhythm, trouble, muted);
    }

    /** The same after a visit that found nothing new and was not worth a row. */
    SourceState confirmedBy(Last newer) {
        return new SourceState(newer, newer.at(), lastNewItem, failures, rhythm, trouble, muted);
    }
}
