package org.milesbot.notify.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a transfer bonus is a good one among those of its programme.
 *
 * @param placeInYear its place among those of the last 12 months, or null if too few are known
 * @param ofYear how many those are, itself counted
 * @param bestSince the day on which the last that gave as much or more was announced, where that is worth saying or
 *     {@code equalsRecord}; else null
 * @param isRecord whether none ever gave as much
 * @param equalsRecord whether none ever gave more, but one as much
 */
public record Goodness(
        @Nullable Integer placeInYear,
        int ofYear,
        @Nullable LocalDate bestSince,
        boolean isRecord,
        boolean equalsRecord) {}
