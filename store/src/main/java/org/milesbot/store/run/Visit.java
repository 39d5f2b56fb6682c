package org.milesbot.store.run;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A visit to a source as its run keeps it.
 *
 * @param at when it ended
 * @param outcome how, as a slug
 * @param nextCheck when to look again
 * @param counts what was counted, by name, such as {@code new_items}
 * @param bytes how many bytes were fetched
 */
public record Visit(Instant at, String outcome, Instant nextCheck, SortedMap<String, Long> counts, long bytes) {

    /** Copies the counts. */
    public Visit {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** A visit from counts in any order. */
    public static Visit of(Instant at, String outcome, Instant nextCheck, Map<String, Long> counts, long bytes) {
        return new Visit(at, outcome, nextCheck, new TreeMap<>(counts), bytes);
    }
}
