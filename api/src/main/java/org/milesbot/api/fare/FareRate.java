package org.milesbot.api.fare;

import java.time.Duration;

/**
 * How often a provider may be asked, over all processes of an installation. The host holds to it, and to what the provider
 * itself says is left.
 *
 * @param perDay at most so many requests on a day of America/Sao_Paulo; 0 for a provider that is never asked
 * @param pause the shortest time between two requests
 */
public record FareRate(int perDay, Duration pause) {

    /** For a provider that reads only what people hand over. */
    public static final FareRate NEVER = new FareRate(0, Duration.ZERO);

    /**
     * @throws IllegalArgumentException if a bound is negative
     */
    public FareRate {
        if (perDay < 0 || pause.isNegative()) {
            throw new IllegalArgumentException("a rate of " + perDay + " a day, " + pause + " apart");
        }
    }
}
