package org.milesbot.api.fare;

import java.util.Objects;

/**
 * A fare that is new, has another number of seats than before, or is gone.
 *
 * @param fare as it was last told; of several who tell of it, as the one that has most seats does
 * @param isGone whether nobody who told of it tells of it any more: its seats are taken, or on a waiting list
 */
public record FareChange(AwardFare fare, boolean isGone) {

    /** Refuses null. */
    public FareChange {
        Objects.requireNonNull(fare, "fare is null");
    }
}
