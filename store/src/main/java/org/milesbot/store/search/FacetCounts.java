package org.milesbot.store.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;

/** Counts results by what they are. What was chosen of a facet does not restrict that facet itself. */
final class FacetCounts {

    /** Of more results than this, only so many of the newest are counted. */
    static final int MOST = 5_000;

    private static final int MOST_VALUES = 50;

    private enum Dimension {
        PROGRAM("program", "matched"),
        KIND("kind", "matched"),
        YEAR("year", "matched"),
        PERCENT(
                "width_bucket(percent, cast('{%s}' as numeric[]))".formatted(bounds()),
                "matched where percent is not null"),
        ORIGIN("giver", "matched, unnest(origins) as giver");

        private final String value;
        private final String from;

        Dimension(String value, String from) {
            this.value = value;
            this.from = from;
        }

        private static String bounds() {
            return PercentRange.BANDS.stream()
                    .map(band -> String.valueOf(band.from()))
                    .collect(Collectors.joining(","));
        }

        private String sql() {
            return "select '%s' as dimension, cast(%s as text) as value, count(*) as results from %s group by 2"
                    .formatted(name(), value, from);
        }
    }

    private static final String TOTAL = "TOTAL";
    private final Map<Dimension, List<Facet<String>>> counts = new EnumMap<>(Dimension.class);
    private final long results;

    FacetCounts(Handle open, String words, SearchFilter only) {
        List<Dimension> free = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            if (without(only, dimension).equals(only)) {
                free.add(dimension);
            } else {
                count(open, words, without(only, dimension), List.of(dimension));
            }
        }
        results = count(open, words, only, free);
    }

    private static SearchFilter without(SearchFilter only, Dimension dimension) {
        return new SearchFilter(
                dimension == Dimension.PROGRAM ? Set.of() : only.programs(),
                dimension == Dimension.ORIGIN ? Set.of() : only.origins(),
                dimension == Dimension.KIND ? Set.of() : only.kinds(),
                dimension == Dimension.YEAR ? null : only.year(),
                dimension == Dimension.PERCENT ? PercentRange.ANY : only.percents());
    }

    private record Counted(String dimension, Facet<String> facet) {}

    /** Returns how many results there are, up to one more than are counted. */
    private long count(Handle open, String words, SearchFilter only, List<Dimension> dimensions) {
        Where where = new Where(
                Words.all(words, Words.only(only.programs(), only.origins(), only.kinds(), only.year())),
                only.percents());
        String facets = dimensions.stream()
                .map(dimension -> " union all " + dimension.sql())
                .collect(Collectors.joining());
        Query query = where.bind(open.createQuery("""
                        with matched as materialized (
                            select program, kind, year, percent, origins
                            from promo_search
                            where %s
                            order by published_at desc
                            limit :most)
                        select '%s' as dimension, '' as value, count(*) as results from matched
                        """.formatted(where.sql(), TOTAL) + facets))
                .bind("most", MOST + 1);
        Map<String, List<Facet<String>>> counted = query
                .map((row, context) -> new Counted(
                        row.getString("dimension"), new Facet<>(row.getString("value"), row.getLong("results"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Counted::dimension, Collectors.mapping(Counted::facet, Collectors.toList())));
        dimensions.forEach(dimension -> counts.put(dimension, counted.getOrDefault(dimension.name(), List.of())));
        return Objects.requireNonNull(counted.get(TOTAL)).get(0).count();
    }

    long total() {
        return Math.min(results, MOST);
    }

    boolean more() {
        return results > MOST;
    }

    Facets facets() {
        return new Facets(
                frequent(Dimension.PROGRAM, ProgramId::new),
                origins(),
                frequent(Dimension.KIND, PromoKind::new),
                ordered(Dimension.YEAR, Integer::valueOf, Comparator.<Integer>reverseOrder()),
                ordered(
                        Dimension.PERCENT,
                        number -> PercentRange.BANDS.get(Integer.parseInt(number) - 1),
                        Comparator.comparing(PercentRange.BANDS::indexOf)));
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

    private <T> List<Facet<T>> frequent(Dimension dimension, Function<String, T> value) {
        return facets(dimension, value)
                .sorted(Comparator.<Facet<T>>comparingLong(Facet::count)
                        .reversed()
                        .thenComparing(facet -> facet.value().toString()))
                .limit(MOST_VALUES)
                .toList();
    }

    private <T> List<Facet<T>> ordered(Dimension dimension, Function<String, T> value, Comparator<T> order) {
        return facets(dimension, value)
                .sorted(Comparator.comparing(Facet::value, order))
                .limit(MOST_VALUES)
                .toList();
    }

    private <T> Stream<Facet<T>> facets(Dimension dimension, Function<String, T> value) {
        return counts.getOrDefault(dimension, List.of()).stream()
                .map(facet -> new Facet<>(value.apply(facet.value()), facet.count()));
    }
}
