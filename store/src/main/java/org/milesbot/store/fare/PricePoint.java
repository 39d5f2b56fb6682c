package org.milesbot.store.fare;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a seat cost once.
 *
 * @param day the day of departure
 * @param seenAt when it was so
 * @param miles the price
 * @param taxesBrl what was paid in reais besides, or null
 * @param seats how many there were, or null
 * @param stops how often one changed planes, or null
 * @param provider who said so
 */
public record PricePoint(
        LocalDate day,
        Instant seenAt,
        long miles,
        @Nullable BigDecimal taxesBrl,
        @Nullable Integer seats,
        @Nullable Integer stops,
        String provider) {}
