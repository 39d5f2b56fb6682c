package org.milesbot.store.search;

import java.util.List;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;

/**
 * What the results of a search are: how many there would be if one more value was chosen. Each is counted without what
 * was chosen of itself, so that another value can be taken instead.
 *
 * @param programs by programme, the most frequent first
 * @param origins by origin, likewise; one that takes points from every partner bank counts for each of them
 * @param kinds by kind, likewise
 * @param years by year of publication, the latest first
 * @param percents by band of the highest percentage, the lowest first
 */
public record Facets(
        List<Facet<ProgramId>> programs,
        List<Facet<OriginId>> origins,
        List<Facet<PromoKind>> kinds,
        List<Facet<Integer>> years,
        List<Facet<PercentRange>> percents) {

    /** Copies the lists. */
    public Facets {
        programs = List.copyOf(programs);
        origins = List.copyOf(origins);
        kinds = List.copyOf(kinds);
        years = List.copyOf(years);
        percents = List.copyOf(percents);
    }
}
