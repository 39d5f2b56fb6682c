package org.milesbot.store.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a campaign.
 *
 * @param id its number; later events have greater ones
 * @param promoId the campaign
 * @param kind what happened
 * @param detail what it is now: the percentage of a raise, the day of an end in ISO form, {@code ?} for an extension to a day
 *     that nobody told, {@code withdrawn} or {@code faded} for an end that did not come with its day; empty for the rest
 * @param before what it was before a raise or an extension, or null
 * @param happenedAt when the first announcement of it was published, or when the day came
 * @param writtenAt when it was noticed
 * @param isQuiet whether it is history, of which nobody is to be told
 */
public record PromoEvent(
        long id,
        UUID promoId,
        EventKind kind,
        String detail,
        @Nullable String before,
        Instant happenedAt,
        Instant writtenAt,
        boolean isQuiet) {}
