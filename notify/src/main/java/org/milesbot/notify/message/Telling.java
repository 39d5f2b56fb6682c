package org.milesbot.notify.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told of one promo.
 *
 * @param alertId the number of the alert
 * @param reason why they are told
 * @param detail what it is now: the percentage of a raise, the day of an extension in ISO form or {@code ?} for one that
 *     nobody told; empty for the rest
 * @param before what it was before a raise or an extension, in the same form, or null if that is not known
 * @param offer the promo as it is now
 */
public record Telling(
        long alertId,
        Reason reason,
        String detail,
        @Nullable String before,
        Offer offer) {

    /** Refuses nulls. */
    public Telling {
        Objects.requireNonNull(reason, "reason is null");
        Objects.requireNonNull(detail, "detail is null");
        Objects.requireNonNull(offer, "offer is null");
    }
}
