package org.milesbot.notify.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a transfer bonus stands among others.
 *
 * @param year its place among those of the last 12 months, or null if too few are known
 * @param ever its place among all
 * @param bestSince the day on which the last that gave as much or more was announced, where that is worth saying or
 *     {@code equalsRecord}; else null
 * @param isRecord whether none ever gave as much
 * @param equalsRecord whether none ever gave more, but one as much
 */
public record Compared(
        @Nullable Place year, Place ever, @Nullable LocalDate bestSince, boolean isRecord, boolean equalsRecord) {

    /**
     * A place among several; those that give the same share one.
     *
     * @param number 1 for the one that gives most
     * @param of how many they are, itself counted
     */
    public record Place(int number, int of) {}
}
