package org.milesbot.cli.web.feed;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a calendar.
 *
 * @param uid its name, the same for as long as it is the same event
 * @param time when
 * @param isTentative whether it may not come about
 * @param summary in a few words
 * @param description in more
 * @param page where there is more to read
 * @param sequence how often it has changed; never less than before
 * @param changed when it last did
 */
record CalendarEvent(
        String uid,
        Time time,
        boolean isTentative,
        String summary,
        String description,
        String page,
        long sequence,
        Instant changed) {

    /** When it is. */
    sealed interface Time {}

    /**
     * Whole days.
     *
     * @param first the first of them
     * @param after the first that is not of them
     */
    record Days(LocalDate first, LocalDate after) implements Time {}

    /**
     * By the hour.
     *
     * @param start when it begins
     * @param end when it is over; null for a moment
     */
    record Hours(Instant start, @Nullable Instant end) implements Time {}
}
