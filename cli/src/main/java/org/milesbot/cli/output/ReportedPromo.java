package org.milesbot.cli.output;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.PromoState;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.Standing;

/**
 * A promo and where it was read, as it is shown to people and pipes.
 *
 * @param id the stored promo's id, or null if it is not stored
 * @param promo what is offered
 * @param source who said so, or null if it came from a pipe
 * @param title the announcement's heading
 * @param url where people read it, or null if it has no address
 * @param publishedAt when it was published
 * @param state where it was in its life when it was last settled; null if it is not settled, or not stored
 * @param score how much it deserves attention, or null if it is not settled, or not stored
 * @param standing whether it is a good one, or null if it is not compared with others
 * @param isNew whether this run was the first to see it, or null where that does not apply
 */
public record ReportedPromo(
        @Nullable UUID id,
        Promo promo,
        @Nullable String source,
        String title,
        @Nullable URI url,
        Instant publishedAt,
        @Nullable PromoState state,
        @Nullable Score score,
        @Nullable Standing standing,
        @Nullable Boolean isNew) {

    /** A promo of an announcement that is not stored. */
    public static ReportedPromo of(Announcement announcement, Promo promo) {
        return new ReportedPromo(
                null,
                promo,
                null,
                announcement.title(),
                announcement.url(),
                announcement.publishedAt(),
                null,
                null,
                null,
                null);
    }

    /** A promo as it is kept. */
    public static ReportedPromo of(PromoRow row) {
        return new ReportedPromo(
                row.id(),
                row.promo(),
                row.source().value(),
                row.title(),
                row.url(),
                row.publishedAt(),
                row.state(),
                row.score(),
                row.standing(),
                null);
    }

    /** A promo as a source reported it in this run. */
    public static ReportedPromo of(@Nullable UUID id, Sighting sighting, @Nullable Boolean isNew) {
        return new ReportedPromo(
                id,
                sighting.promo(),
                sighting.source().value(),
                sighting.title(),
                sighting.url(),
                sighting.publishedAt(),
                null,
                null,
                null,
                isNew);
    }

    /** A promo as a source reported it once. */
    static ReportedPromo of(Sighting sighting) {
        return of(null, sighting, null);
    }

    /** Where it is in its life on a day, or null where neither the dates nor its sightings settle it. */
    @Nullable
    String stateOn(LocalDate day) {
        Window window = promo.window();
        if (state == PromoState.WITHDRAWN) {
            return PromoState.WITHDRAWN.slug();
        }
        if (window.isOverOn(day) || state == PromoState.ENDED) {
            return PromoState.ENDED.slug();
        }
        if (window.isAheadOf(day)) {
            return PromoState.ANNOUNCED.slug();
        }
        if (state == PromoState.EXTENDED) {
            return PromoState.EXTENDED.slug();
        }
        return window.end() == null && state == null ? null : PromoState.ACTIVE.slug();
    }

    /** Whether the end lies so far from the publication that it was probably misread. */
    boolean isDateSuspect() {
        return promo.window().isSuspect(publishedAt.atZone(Zones.SAO_PAULO).toLocalDate());
    }
}
