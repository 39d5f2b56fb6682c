package org.milesbot.store.promo;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.Standing;

/**
 * A promo as it is kept.
 *
 * @param id its id, the same for as long as it is the same promo
 * @param promo what is offered
 * @param source whose words it is told in: of all that reported it, the nearest to the programme
 * @param provenance how near that is
 * @param title the heading of the announcement
 * @param url where people read it
 * @param publishedAt when it was published
 * @param fetchedAt when it was last seen there
 * @param dateSuspect whether the end was probably misread
 * @param state where it was in its life when it was last settled; null if it was not settled yet
 * @param score how much it deserves attention now, or null as long as it is not settled
 * @param standing whether it is a good one, or null for what is no transfer bonus with a percentage, or not settled
 */
public record PromoRow(
        UUID id,
        Promo promo,
        SourceId source,
        Provenance provenance,
        String title,
        URI url,
        Instant publishedAt,
        Instant fetchedAt,
        boolean dateSuspect,
        @Nullable PromoState state,
        @Nullable Score score,
        @Nullable Standing standing) {

    /** The same with another score and standing. */
    PromoRow with(@Nullable Score otherScore, @Nullable Standing otherStanding) {
        return new PromoRow(
                id,
                promo,
                source,
                provenance,
                title,
                url,
                publishedAt,
                fetchedAt,
                dateSuspect,
                state,
                otherScore,
                otherStanding);
    }
}
