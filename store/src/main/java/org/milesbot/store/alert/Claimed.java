package org.milesbot.store.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert that this process is to send, until its lease ends.
 *
 * @param id its number
 * @param promo what it is about as it is called now, or null for what the operator is told
 * @param reason why, as it is kept
 * @param detail which one, where a reason may come again; else empty
 * @param event the event that it comes from, or null
 * @param createdAt when it was written
 * @param isLoud whether it comes with a sound
 * @param attempts how often it was tried, this time included
 * @param answers the first message about the promo that they were sent, or null
 */
public record Claimed(
        long id,
        @Nullable UUID promo,
        String reason,
        String detail,
        @Nullable Long event,
        Instant createdAt,
        boolean isLoud,
        int attempts,
        @Nullable Long answers) {}
