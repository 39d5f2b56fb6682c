package org.milesbot.store.run;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run.
 *
 * @param endedAt when
 * @param outcome how
 * @param counts what was counted, by name, such as {@code new} and {@code failed}
 * @param bytes how many bytes were fetched
 * @param error what went wrong, or null
 * @param visits how each visit to a source ended, by the source's name
 */
public record RunEnd(
        Instant endedAt,
        RunOutcome outcome,
        SortedMap<String, Long> counts,
        long bytes,
        @Nullable String error,
        SortedMap<String, Visit> visits) {

    /** Copies the counts and visits. */
    public RunEnd {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        visits = Collections.unmodifiableSortedMap(new TreeMap<>(visits));
    }

    /** The end of a run that visited no source, from counts in any order. */
    public static RunEnd of(
            Instant endedAt, RunOutcome outcome, Map<String, Long> counts, long bytes, @Nullable String error) {
        return new RunEnd(endedAt, outcome, new TreeMap<>(counts), bytes, error, new TreeMap<>());
    }

    /** The same end of a run that visited sources. */
    public RunEnd with(Map<String, Visit> visited) {
        return new RunEnd(endedAt, outcome, counts, bytes, error, new TreeMap<>(visited));
    }
}
