package org.milesbot.store.score;

import java.time.Instant;
import java.util.Set;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;

/**
 * What counts of a transfer bonus when it is compared with others.
 *
 * @param program the taker of the points
 * @param origins where they come from; empty if that is unknown
 * @param percent the highest percentage anyone gets
 * @param announcedAt when it was first published or seen
 */
public record Campaign(ProgramId program, Set<OriginId> origins, Percent percent, Instant announcedAt) {

    /** Copies the origins. */
    public Campaign {
        origins = Set.copyOf(origins);
    }
}
