package org.milesbot.cli.fare.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.milesbot.scrapers.extract.lexicon.Places;
import org.milesbot.store.fare.WantedQuery;
import org.milesbot.store.fare.WatchedRoutes.CityPair;

final class PopularRoutesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void leadFromAKnownCityToAnotherAndBackEachOnce() {
        List<CityPair> pairs = PopularRoutes.shipped();

        assertThat(pairs).doesNotHaveDuplicates();
        Set<String> ways = pairs.stream()
                .map(pair -> pair.origin() + " " + pair.destination())
                .collect(Collectors.toSet());
        Set<String> waysBack = pairs.stream()
                .map(pair -> pair.destination() + " " + pair.origin())
                .collect(Collectors.toSet());
        assertThat(waysBack).isEqualTo(ways);
        assertThat(pairs.stream().map(CityPair::origin).distinct()).allSatisfy(city -> {
            assertThat(Places.shipped().hasCode(city)).as(city).isTrue();
            assertThat(Places.shipped().city(city)).isEqualTo(city);
        });
    }

    @Test
    void areAskedForTheNextMonthsOnlyUnlessSomebodyWaits() {
        List<WantedQuery> popular =
                IntStream.range(0, 11).mapToObj(i -> query(i, 0)).toList();
        List<WantedQuery> waited =
                IntStream.range(0, 11).mapToObj(i -> query(i, 1)).toList();

        assertThat(WatchedFares.worthAsking(popular, TODAY))
                .extracting(WantedQuery::month)
                .containsExactly(YearMonth.of(2026, 11), YearMonth.of(2026, 12), YearMonth.of(2027, 1));
        assertThat(WatchedFares.worthAsking(waited, TODAY)).isEqualTo(waited);
    }

    private static WantedQuery query(int months, int people) {
        return new WantedQuery(
                new TreeSet<>(Set.of("GRU")),
                new TreeSet<>(Set.of("LIS")),
                YearMonth.from(TODAY).plusMonths(months),
                null,
                1,
                people);
    }
}
