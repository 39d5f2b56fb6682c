package org.milesbot.plugin.weekly;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;

/**
 * Somebody who wants the digest.
 *
 * @param since nothing is sent for an hour before that
 * @param made the day of the digest that was made last, or null
 * @param madeAt when that was, or null
 */
record Subscription(
        long chatId,
        Locale language,
        Slot slot,
        Instant since,
        @Nullable LocalDate made,
        @Nullable Instant madeAt) {

    /** Later it is no digest of the week any more: milesbot did not run. */
    static final Duration WORTH = Duration.ofDays(2);

    /** Who changes the day gets no second digest in the same week. */
    private static final Duration APART = Duration.ofDays(5);

    /**
     * For which hour a digest is to be handed to milesbot now: for a new one, or for one that it may not have yet.
     *
     * @param lastSuccess what was made until then is with milesbot; null if nothing is
     */
    Optional<ZonedDateTime> due(Instant now, @Nullable Instant lastSuccess) {
        if (made != null && madeAt != null && (lastSuccess == null || madeAt.isAfter(lastSuccess))) {
            ZonedDateTime again = made.atTime(slot.hour(), 0).atZone(Zones.SAO_PAULO);
            return now.isBefore(again.toInstant().plus(WORTH)) ? Optional.of(again) : Optional.empty();
        }
        Instant latest = slot.latest(now).toInstant();
        boolean isNew = latest.isAfter(since)
                && (madeAt == null || Duration.between(madeAt, latest).compareTo(APART) >= 0);
        return isNew && now.isBefore(latest.plus(WORTH)) ? Optional.of(slot.latest(now)) : Optional.empty();
    }
}
