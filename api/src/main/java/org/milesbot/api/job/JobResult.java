package org.milesbot.api.job;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.milesbot.api.notify.Note;

/**
 * What came of a job.
 *
 * @param counts what it counted, by slugs, such as {@code expiries}; at most 20 of them, kept with the run
 * @param notes what people are to be told, {@value #MOST_NOTES} at most
 */
public record JobResult(SortedMap<String, Long> counts, List<Note> notes) {

    /** How many notes there are at most. */
    public static final int MOST_NOTES = 10_000;

    /** Nothing to count and nobody to tell. */
    public static final JobResult NOTHING = new JobResult(new TreeMap<>(), List.of());

    /** Copies both. */
    public JobResult {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        notes = List.copyOf(notes);
    }

    /** Something counted, and nobody to tell. */
    public static JobResult counted(String what, long number) {
        return NOTHING.and(what, number);
    }

    /** Something to tell. */
    public static JobResult telling(List<Note> notes) {
        return new JobResult(new TreeMap<>(), notes);
    }

    /** The same with something more that was counted. */
    public JobResult and(String what, long number) {
        SortedMap<String, Long> more = new TreeMap<>(counts);
        more.put(what, number);
        return new JobResult(more, notes);
    }
}
