package org.milesbot.store.score;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Moment;

/**
 * What a promo's score is worked out from; it does not change as time goes by.
 *
 * @param announcedAt when the promo was first published or seen
 * @param overAt the first instant at which it is over, or null if that is unknown
 * @param provenance as in {@link ScoreParts}
 * @param structure as in {@link ScoreParts}
 * @param source the record of the source that it is told in the words of
 */
public record ScoreBasis(
        Instant announcedAt, @Nullable Instant overAt, double provenance, double structure, SourceRecord source) {

    /** The first instant after a window's end; the whole day counts where no hour is stated, else the whole minute. */
    public static @Nullable Instant after(@Nullable Moment end) {
        if (end == null) {
            return null;
        }
        return end.time() == null
                ? end.date().plusDays(1).atStartOfDay(Zones.SAO_PAULO).toInstant()
                : end.date()
                        .atTime(end.time())
                        .atZone(Zones.SAO_PAULO)
                        .plus(1, ChronoUnit.MINUTES)
                        .toInstant();
    }
}
