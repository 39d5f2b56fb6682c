package org.milesbot.store.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;

/** Counts results by what they are. What was chosen of a facet does not restrict that facet itself. */
final class FacetCounts {

    private static final int MOST_VALUES = 50;

    private final Entries entries;
    private final Matching matching;

    FacetCounts(Entries entries, Matching matching) {
        this.entries = entries;
        this.matching = matching;
    }

    Facets facets() {
        return new Facets(
                frequent(Dimension.PROGRAM, ProgramId::new),
                origins(),
                frequent(Dimension.KIND, PromoKind::new),
                counted(Dimension.YEAR, Integer::valueOf)
                        .sorted(Comparator.<Facet<Integer>, Integer>comparing(Facet::value)
                                .reversed())
                        .limit(MOST_VALUES)
                        .toList(),
                percents());
    }

    /** What takes points from every partner bank takes them from each. */
    private List<Facet<OriginId>> origins() {
        List<Facet<OriginId>> counted = frequent(Dimension.ORIGIN, OriginId::new);
        long every = counted.stream()
                .filter(facet -> facet.value().equals(OriginId.EVERY_BANK))
                .mapToLong(Facet::count)
                .sum();
        return counted.stream()
                .map(facet -> facet.value().equals(OriginId.EVERY_BANK)
                        ? facet
                        : new Facet<>(facet.value(), facet.count() + every))
                .toList();
    }

    private List<Facet<PercentRange>> percents() {
        Map<PercentRange, Long> bands = new HashMap<>();
        counted(Dimension.PERCENT, Percent::of)
                .forEach(facet -> PercentRange.BANDS.stream()
                        .filter(band -> band.contains(facet.value()))
                        .forEach(band -> bands.merge(band, facet.count(), Long::sum)));
        return PercentRange.BANDS.stream()
                .filter(bands::containsKey)
                .map(band -> new Facet<>(band, bands.getOrDefault(band, 0L)))
                .toList();
    }

    private <T> List<Facet<T>> frequent(Dimension dimension, Function<String, T> value) {
        return counted(dimension, value)
                .sorted(Comparator.<Facet<T>>comparingLong(Facet::count)
                        .reversed()
                        .thenComparing(facet -> facet.value().toString()))
                .limit(MOST_VALUES)
                .toList();
    }

    /** The values that results have. */
    private <T> Stream<Facet<T>> counted(Dimension dimension, Function<String, T> value) {
        return entries.counts(dimension, matching.without(dimension)).entrySet().stream()
                .map(counted -> new Facet<>(value.apply(counted.getKey()), counted.getValue()));
    }
}
