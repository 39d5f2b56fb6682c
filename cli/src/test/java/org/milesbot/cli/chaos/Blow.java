package org.milesbot.cli.chaos;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that was done to somebody who may have been sending.
 *
 * @param what it was
 * @param from when it began
 * @param to when it was over
 * @param inFlight how many messages may have been on their way, at most, and may therefore come twice
 */
record Blow(String what, Instant from, Instant to, int inFlight) {

    /** So many messages one notifier may have sent without having kept how that ended. */
    static final int UNKEPT = 32;

    /** So long a message may be on its way: the answer travels, and how it ended is kept, on a machine that is busy. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    /** Whether a message that arrived at an instant may have been on its way. */
    boolean mayHaveHit(Instant at) {
        return !at.isBefore(from.minus(ON_ITS_WAY)) && !at.isAfter(to.plus(ON_ITS_WAY));
    }
}
