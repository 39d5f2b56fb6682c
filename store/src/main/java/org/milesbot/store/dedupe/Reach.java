package org.milesbot.store.dedupe;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a group of sightings can be alike to at all: a cheap question that spares most comparisons. It never says no where
 * a comparison would find enough.
 *
 * @param told the day on which it was first told, counted from 1970
 * @param from the first day that it has to do with, with whatever {@link Timing} allows for
 * @param to the last such day
 * @param origins bits that it shares with every group that has an origin in common
 */
record Reach(long told, long from, long to, long origins) {

    private static final long ANY = -1;

    static Reach of(Claim claim, @Nullable LocalDate firstEnd, LocalDate firstDay, LocalDate lastDay) {
        long from = firstDay.toEpochDay();
        long to = lastDay.toEpochDay();
        if (claim.start() != null) {
            long start = claim.start().toEpochDay();
            from = Math.min(from, start);
            to = Math.max(to, claim.end() == null ? start + Timing.LASTS : start);
        }
        if (claim.end() != null && firstEnd != null) {
            from = Math.min(from, firstEnd.toEpochDay());
            to = Math.max(to, claim.end().toEpochDay());
        }
        return new Reach(
                firstDay.toEpochDay(), from - Timing.LONG_AHEAD, to + Timing.TOLD_FOR_DAYS, origins(claim.origins()));
    }

    private static long origins(Set<String> origins) {
        if (origins.isEmpty() || origins.contains("*")) {
            return ANY;
        }
        long bits = 0;
        for (String origin : origins) {
            bits |= 1L << origin.hashCode();
        }
        return bits;
    }

    boolean meets(Reach other) {
        return from <= other.to && other.from <= to && (origins & other.origins) != 0;
    }
}
