package org.milesbot.store.run;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A visit to a source as its run keeps it.
 *
 * @param sourceClass how near the source is to the programme, as a slug; {@code plugin} where a plug-in scrapes by itself
 * @param at when it ended
 * @param outcome how, as a slug
 * @param nextCheck when to look again
 * @param counts what was counted, by name, such as {@code new_items}; what is not there is zero
 * @param bytes how many bytes were fetched
 */
public record Visit(
        String sourceClass, Instant at, String outcome, Instant nextCheck, SortedMap<String, Long> counts, long bytes) {

    /** The class of what a plug-in scrapes by itself. */
    public static final String BY_PLUGIN = "plugin";

    /** Copies the counts. */
    public Visit {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** A visit from counts in any order. */
    public static Visit of(
            String sourceClass, Instant at, String outcome, Instant nextCheck, Map<String, Long> counts, long bytes) {
        return new Visit(sourceClass, at, outcome, nextCheck, new TreeMap<>(counts), bytes);
    }
}
