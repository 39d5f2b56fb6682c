package org.milesbot.store.fare;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.FareQuery;

/**
 * Which of the current fares are wanted.
 *
 * @param query where, when, in which cabin and for how many
 * @param maxMiles the most miles for one passenger, or null for any number
 * @param toldSince only those that a provider has named since, or null for all that it did not take back
 */
public record FareFilter(
        FareQuery query, @Nullable Long maxMiles, @Nullable Instant toldSince) {

    /**
     * @throws IllegalArgumentException if the miles are not above 0
     */
    public FareFilter {
        Objects.requireNonNull(query, "query is null");
        if (maxMiles != null && maxMiles <= 0) {
            throw new IllegalArgumentException("a flight for " + maxMiles + " miles");
        }
    }
}
