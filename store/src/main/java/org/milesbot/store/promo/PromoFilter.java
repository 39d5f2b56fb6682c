package org.milesbot.store.promo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;

/**
 * Which promos to list. What is null or empty does not restrict.
 *
 * @param programs of one of these programmes
 * @param from that take points from this origin; those that take them from every partner bank do
 * @param kind of this kind
 * @param activeOn open on this day: not over, not ahead; where no end is known, published in the last 15 days
 * @param since published at this instant or later
 * @param limit at most so many, the newest
 */
public record PromoFilter(
        Set<ProgramId> programs,
        @Nullable OriginId from,
        @Nullable PromoKind kind,
        @Nullable LocalDate activeOn,
        @Nullable Instant since,
        int limit) {

    /** Every promo there is. */
    public static final PromoFilter ALL = new PromoFilter(Set.of(), null, null, null, null, Integer.MAX_VALUE);

    /**
     * Copies the programmes.
     *
     * @throws IllegalArgumentException if the limit is below 1
     */
    public PromoFilter {
        programs = Set.copyOf(programs);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, not " + limit);
        }
    }
}
