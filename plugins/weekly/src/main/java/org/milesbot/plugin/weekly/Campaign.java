package org.milesbot.plugin.weekly;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the digest tells it.
 *
 * @param percent the highest
 * @param ends its last day, or null if nobody said
 * @param title as it came from outside
 * @param url as it came from outside
 */
record Campaign(
        UUID id,
        String program,
        BigDecimal percent,
        @Nullable LocalDate ends,
        String title,
        String url,
        Instant publishedAt) {

    boolean isOver(LocalDate today) {
        return ends != null && ends.isBefore(today);
    }
}
