package org.milesbot.store.fare;

import java.time.Instant;

/** Whether a provider may be asked. */
public sealed interface FareGrant {

    /**
     * It may, once.
     *
     * @param at not before
     */
    record Granted(Instant at) implements FareGrant {}

    /** It may not. */
    record Denied(Limit limit, Instant until) implements FareGrant {}

    /** What stands in the way. */
    enum Limit {
        /** All requests of the day are used: ours, or what the provider said was left. */
        DAY,
        /** The provider wants to be left alone. */
        BLOCKED
    }
}
