package org.milesbot.store.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;

/**
 * What somebody chose to see only. What is null or empty does not restrict.
 *
 * @param programs of one of these programmes
 * @param origins that take points from one of these; those that take them from every partner bank do
 * @param kinds of one of these kinds
 * @param year published in this year, in America/Sao_Paulo
 * @param percents with the highest percentage in this range
 */
public record SearchFilter(
        Set<ProgramId> programs,
        Set<OriginId> origins,
        Set<PromoKind> kinds,
        @Nullable Integer year,
        PercentRange percents) {

    /** Everything. */
    public static final SearchFilter ALL = new SearchFilter(Set.of(), Set.of(), Set.of(), null, PercentRange.ANY);

    /** Copies the sets. */
    public SearchFilter {
        programs = Set.copyOf(programs);
        origins = Set.copyOf(origins);
        kinds = Set.copyOf(kinds);
    }
}
