package org.milesbot.cli.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.scrapers.extract.lexicon.Places;

final class FarePairsTest {

    private static final UnaryOperator<String> CITY = Places.shipped()::city;

    private static List<FarePair> pairs(List<AwardFare> there, List<AwardFare> back) {
        return new FarePairs(new Stay(7, 14), CITY, false).cheapest(there, back, 10);
    }

    @Test
    void putsTogetherWhatHasTheRightStayCheapestFirst() {
        List<FarePair> pairs = pairs(
                List.of(Fares.fare("GRU-LIS", 1, 60_000), Fares.fare("GRU-LIS", 3, 50_000)),
                List.of(
                        Fares.fare("LIS-GRU", 7, 10_000),
                        Fares.fare("LIS-GRU", 8, 70_000),
                        Fares.fare("LIS-GRU", 17, 45_000),
                        Fares.fare("LIS-GRU", 18, 1_000)));

        assertThat(pairs).extracting(FarePair::miles).containsExactly(95_000L, 130_000L);
        assertThat(pairs).extracting(FarePair::stayDays).containsExactly(14L, 7L);
        assertThat(pairs.get(0).taxesBrl()).isEqualByComparingTo("200");
    }

    @Test
    void comesBackFromAndToAnyAirportOfTheSameCity() {
        List<AwardFare> there = List.of(Fares.fare("GRU-LHR", 1, 60_000));

        assertThat(pairs(there, List.of(Fares.fare("LGW-VCP", 9, 60_000)))).hasSize(1);
        assertThat(pairs(there, List.of(Fares.fare("CDG-GRU", 9, 60_000)))).isEmpty();
        assertThat(pairs(there, List.of(Fares.fare("LHR-GIG", 9, 60_000)))).isEmpty();
    }

    @Test
    void mixesProgrammesOnlyWhereItIsTold() {
        List<AwardFare> there = List.of(Fares.fare("GRU-LIS", 1, 60_000));
        List<AwardFare> back = List.of(Fares.fare("azul", "LIS-GRU", LocalDate.of(2027, 3, 9), 40_000, "10"));

        assertThat(pairs(there, back)).isEmpty();
        assertThat(new FarePairs(new Stay(7, 14), CITY, true).cheapest(there, back, 10))
                .hasSize(1);
    }

    @Test
    void putsUnknownTaxesLastAmongTheSameMiles() {
        AwardFare unknown = Fares.fare("smiles", "GRU-LIS", LocalDate.of(2027, 3, 1), 60_000, null);
        AwardFare dear = Fares.fare("smiles", "GRU-LIS", LocalDate.of(2027, 3, 2), 60_000, "900");
        AwardFare cheap = Fares.fare("smiles", "GRU-LIS", LocalDate.of(2027, 3, 3), 60_000, "300");

        List<FarePair> pairs = pairs(List.of(unknown, dear, cheap), List.of(Fares.fare("LIS-GRU", 12, 60_000)));

        assertThat(pairs).extracting(FarePair::outbound).containsExactly(cheap, dear, unknown);
        assertThat(pairs.get(2).taxesBrl()).isNull();
    }

    @Property(tries = 60)
    void findsWhatLookingAtAllPairsFinds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int most) {
        Random random = new Random(seed);
        List<AwardFare> there = random(random, "GRU-LIS", 25);
        List<AwardFare> back = random(random, "LIS-GRU", 25);
        List<Long> all = new ArrayList<>();
        for (AwardFare out : there) {
            for (AwardFare home : back) {
                long days = new FarePair(out, home).stayDays();
                if (days >= 7 && days <= 14) {
                    all.add(out.miles() + home.miles());
                }
            }
        }
        all.sort(Comparator.naturalOrder());

        List<FarePair> found = new FarePairs(new Stay(7, 14), CITY, false).cheapest(there, back, most);

        assertThat(found).extracting(FarePair::miles).isEqualTo(all.subList(0, Math.min(most, all.size())));
        assertThat(found).doesNotHaveDuplicates();
    }

    private static List<AwardFare> random(Random random, String route, int many) {
        List<AwardFare> fares = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            fares.add(Fares.fare(route, 1 + random.nextInt(25), 1_000L * (i * 3L + 1 + random.nextInt(3))));
        }
        return fares;
    }

    @Test
    void doesNotPutAllOfThousandsOfOneDayTogether() {
        List<AwardFare> there = new ArrayList<>();
        List<AwardFare> back = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            there.add(Fares.fare("GRU-LIS", 1, i));
            back.add(Fares.fare("LIS-GRU", 10, i));
        }

        assertThat(pairs(there, back))
                .extracting(FarePair::miles)
                .containsExactly(2L, 3L, 3L, 4L, 4L, 4L, 5L, 5L, 5L, 5L);
    }
}
