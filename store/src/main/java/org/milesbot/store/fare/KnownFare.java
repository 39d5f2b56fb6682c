package org.milesbot.store.fare;

import java.time.Instant;
import java.util.Objects;
import org.milesbot.api.fare.AwardFare;

/**
 * A fare as it is now.
 *
 * @param id its number
 * @param provider who says so
 * @param fare the fare
 * @param since when it was first seen at this price
 */
public record KnownFare(long id, String provider, AwardFare fare, Instant since) {

    /** Refuses nulls. */
    public KnownFare {
        Objects.requireNonNull(provider, "provider is null");
        Objects.requireNonNull(fare, "fare is null");
        Objects.requireNonNull(since, "since is null");
    }
}
