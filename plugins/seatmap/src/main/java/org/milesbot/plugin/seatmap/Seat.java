package org.milesbot.plugin.seatmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many seats there are on a day, and what one costs.
 *
 * @param seats how many; 0 if none
 * @param isExact false if there may be more
 */
record Seat(
        String program,
        String origin,
        String dest,
        LocalDate day,
        String cabin,
        int seats,
        boolean isExact,
        long miles,
        @Nullable BigDecimal taxes,
        @Nullable Integer stops,
        @Nullable String link) {}
