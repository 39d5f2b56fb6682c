package org.milesbot.store.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.fare.StoredFare.Change;
import org.milesbot.store.testing.TestDatabase;

@TestInstance(Lifecycle.PER_CLASS)
class FaresTest {

    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 10);
    private static final FareRoute ROUTE = new FareRoute(new ProgramId("smiles"), "GRU", "LIS", Cabin.BUSINESS);

    private final TestDatabase test = TestDatabase.migrated();
    private final Fares fares = new Fares(test.database());

    @AfterEach
    void clear() {
        test.clear();
    }

    @AfterAll
    void close() {
        test.close();
    }

    private static AwardFare fare(long miles, Instant at) {
        return fare("GRU", MARCH, miles, at);
    }

    private static AwardFare fare(String from, LocalDate day, long miles, Instant at) {
        return new AwardFare(
                new ProgramId("smiles"),
                from,
                "LIS",
                day,
                Cabin.BUSINESS,
                miles,
                new BigDecimal("350.10"),
                2,
                0,
                List.of("G3", "TP"),
                at,
                URI.create("https://example.org/book"));
    }

    private static Instant days(long days) {
        return NOON.plus(Duration.ofDays(days));
    }

    private StoredFare stored(long miles, Instant at) {
        return fares.store("partner", List.of(fare(miles, at)), at).get(0);
    }

    private static FareFilter upTo(@Nullable Long miles) {
        return new FareFilter(
                new FareQuery(
                        new TreeSet<>(List.of("GRU", "VCP")),
                        new TreeSet<>(List.of("LIS")),
                        MARCH,
                        MARCH.plusDays(30),
                        null,
                        2),
                miles,
                null);
    }

    @Test
    void tellsWhatIsNewCheaperDearerOrTheSame() {
        assertThat(stored(90_000, days(0)).change()).isEqualTo(Change.NEW);
        assertThat(stored(90_000, days(1)).change()).isEqualTo(Change.SAME);
        assertThat(stored(80_000, days(2)))
                .satisfies(stored -> assertThat(stored.change()).isEqualTo(Change.CHEAPER))
                .satisfies(stored -> assertThat(stored.before()).isEqualTo(90_000));
        assertThat(stored(95_000, days(3)).change()).isEqualTo(Change.DEARER);
        assertThat(fares.history(ROUTE, MARCH, MARCH))
                .extracting(PricePoint::miles)
                .containsExactly(90_000L, 80_000L, 95_000L);
    }

    @Test
    void keepsWhatWasSaidOfAFare() {
        AwardFare told = fare(90_000, NOON);

        fares.store("partner", List.of(told), NOON);

        assertThat(fares.current(upTo(null), 10)).singleElement().satisfies(known -> {
            assertThat(known.fare()).isEqualTo(told);
            assertThat(known.since()).isEqualTo(NOON);
            assertThat(known.provider()).isEqualTo("partner");
            assertThat(fares.byId(List.of(known.id()))).containsExactly(known);
        });
    }

    @Test
    void keepsAPriceThatStandsOnceAWeek() {
        for (int hour = 0; hour < 15 * 24; hour += 6) {
            stored(90_000, NOON.plus(Duration.ofHours(hour)));
        }

        assertThat(fares.history(ROUTE, MARCH, MARCH))
                .extracting(PricePoint::seenAt)
                .containsExactly(days(0), days(7), days(14));
        assertThat(fares.current(upTo(null), 10).get(0).since()).isEqualTo(NOON);
    }

    @Test
    void keepsAsManyAsAreSaidAtOnce() {
        List<AwardFare> first = new ArrayList<>();
        List<AwardFare> second = new ArrayList<>();
        for (int day = 0; day < 700; day++) {
            for (String from : List.of("GRU", "VCP")) {
                first.add(fare(from, MARCH.plusDays(day), 90_000 + day, NOON));
                second.add(fare(from, MARCH.plusDays(day), 90_000 + day - (day % 2), days(1)));
            }
        }
        Collections.shuffle(second, new Random(1));

        assertThat(fares.store("partner", first, NOON))
                .hasSize(1_400)
                .allSatisfy(stored -> assertThat(stored.change()).isEqualTo(Change.NEW));
        assertThat(fares.store("partner", second, days(1)))
                .hasSize(1_400)
                .allSatisfy(stored -> assertThat(stored.change())
                        .isEqualTo(
                                Long.valueOf(stored.miles()).equals(stored.before()) ? Change.SAME : Change.CHEAPER));
        assertThat(fares.history(ROUTE, MARCH, MARCH.plusDays(699)))
                .as("700 prices, and half of them a second time")
                .hasSize(1_050);
    }

    @Test
    void leavesOutWhatWasSeenBeforeWhatIsKnown() {
        stored(90_000, days(1));

        assertThat(fares.store("partner", List.of(fare(70_000, days(0))), days(2)))
                .isEmpty();
        assertThat(fares.current(upTo(null), 10))
                .extracting(known -> known.fare().miles())
                .containsExactly(90_000L);
        assertThat(fares.history(ROUTE, MARCH, MARCH)).hasSize(1);
    }

    @Test
    void keepsTheLowestOfSeveralPricesForASeat() {
        fares.store("partner", List.of(fare(90_000, NOON), fare(70_000, NOON), fare(80_000, NOON)), NOON);

        assertThat(fares.current(upTo(null), 10))
                .extracting(known -> known.fare().miles())
                .containsExactly(70_000L);
    }

    @Test
    void listsWhatIsWantedForTheFewestMilesFirst() {
        fares.store(
                "partner",
                List.of(
                        fare("GRU", MARCH, 90_000, NOON),
                        fare("VCP", MARCH.plusDays(30), 70_000, NOON),
                        fare("GIG", MARCH, 10_000, NOON),
                        fare("GRU", MARCH.plusDays(31), 10_000, NOON)),
                NOON);

        assertThat(fares.current(upTo(null), 10))
                .extracting(known -> known.fare().origin())
                .containsExactly("VCP", "GRU");
        assertThat(fares.current(upTo(70_000L), 10)).hasSize(1);
        assertThat(fares.current(upTo(69_999L), 10)).isEmpty();
        assertThat(fares.current(upTo(null), 1)).hasSize(1);
    }

    @Test
    void takesBackWhatAWholeAnswerDoesNotName() {
        fares.store(
                "partner", List.of(fare("GRU", MARCH, 90_000, days(0)), fare("VCP", MARCH, 80_000, days(0))), days(0));
        fares.store("import", List.of(fare("VCP", MARCH, 85_000, days(0))), days(0));
        fares.store("partner", List.of(fare("GRU", MARCH, 90_000, days(0))), days(1));

        int gone = fares.gone("partner", upTo(null).query(), days(1), days(1));

        assertThat(gone).isOne();
        assertThat(fares.current(upTo(null), 10))
                .extracting(known -> known.provider() + " " + known.fare().origin())
                .containsExactly("import VCP", "partner GRU");
        assertThat(fares.store("partner", List.of(fare("VCP", MARCH, 80_000, days(2))), days(2)))
                .extracting(StoredFare::change)
                .containsExactly(Change.NEW);
    }

    @Test
    void knowsWhatARouteUsuallyCosts() {
        // 300 days ago 5,000; of the last 89 days eight cost 10,000, and nine each of 20,000, 30,000, … 100,000.
        fares.store("partner", List.of(fare(5_000, days(-300))), days(-300));
        IntStream.rangeClosed(1, 100)
                .forEach(day -> fares.store(
                        "partner",
                        List.of(fare("GRU", MARCH.plusDays(day), (day % 10 + 1) * 10_000L, days(-day))),
                        days(-day)));

        FareStatistics all = fares.statistics(ROUTE, null, NOON);

        assertThat(all).isEqualTo(new FareStatistics(89, 300, 60_000L, 20_000L, 10_000L, 10_000L, 5_000L));
        assertThat(all.isTelling()).isTrue();
        assertThat(fares.statistics(ROUTE, MARCH.plusDays(3), NOON))
                .isEqualTo(new FareStatistics(1, 3, 40_000L, 40_000L, 40_000L, 40_000L, 40_000L));
        assertThat(fares.statistics(new FareRoute(new ProgramId("azul"), "GRU", "LIS", Cabin.FIRST), null, NOON))
                .isEqualTo(new FareStatistics(0, 0, null, null, null, null, null));
    }
}
