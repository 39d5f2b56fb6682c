package org.milesbot.store.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import org.milesbot.store.testing.TestDatabase;

/** Which fares have other seats than before. */
@TestInstance(Lifecycle.PER_CLASS)
class FareChangesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 10);
    private static final FareQuery QUERY = new FareQuery(
            new TreeSet<>(List.of("GRU")), new TreeSet<>(List.of("LIS")), MARCH, MARCH.plusDays(9), null, 1);

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

    private void told(String provider, LocalDate day, long miles, @Nullable Integer seats, Instant at) {
        AwardFare fare = new AwardFare(
                new ProgramId("smiles"),
                "GRU",
                "LIS",
                day,
                Cabin.BUSINESS,
                miles,
                null,
                seats,
                null,
                List.of(),
                at,
                null);
        fares.store(provider, List.of(fare), at);
    }

    private List<String> since(@Nullable Instant from, int most) {
        return fares.changedSince(from, TODAY, most).stream()
                .map(change -> change.fare().date() + " " + change.fare().seats() + (change.isGone() ? " gone" : ""))
                .toList();
    }

    @Test
    void areThoseThatAreNewGoneOrHaveOtherSeats() {
        IntStream.range(0, 5).forEach(day -> told("partner", MARCH.plusDays(day), 80_000, 2, NOON));
        Instant later = NOON.plus(HOUR);
        told("partner", MARCH, 70_000, 2, later);
        told("partner", MARCH.plusDays(1), 80_000, 4, later);
        told("partner", MARCH.plusDays(2), 80_000, null, later);
        told("partner", MARCH.plusDays(3), 80_000, 2, later);
        fares.gone("partner", QUERY, later, later.plusSeconds(1));
        told("partner", MARCH.plusDays(5), 80_000, 1, later);

        assertThat(since(later, 10))
                .containsExactly("2027-03-14 2 gone", "2027-03-11 4", "2027-03-12 null", "2027-03-15 1");
        told("partner", MARCH.plusDays(4), 80_000, 2, later.plus(HOUR));
        assertThat(since(later.plus(HOUR), 10)).as("it is there again").containsExactly("2027-03-14 2");
        assertThat(since(later.plus(HOUR).plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void areBoundedTheNewestFirst() {
        told("partner", MARCH, 80_000, 2, NOON);
        told("partner", MARCH.plusDays(1), 80_000, 2, NOON.plus(HOUR));

        assertThat(since(NOON, 1)).containsExactly("2027-03-11 2");
    }

    @Test
    void areHeardOfWhoHasMostSeats() {
        told("partner", MARCH, 80_000, 1, NOON);
        told("another", MARCH, 90_000, 3, NOON);
        told("partner", MARCH.plusDays(1), 80_000, 2, NOON);
        told("another", MARCH.plusDays(1), 80_000, 2, NOON.plus(HOUR));
        fares.gone("partner", QUERY, NOON.plus(HOUR), NOON.plus(HOUR));

        assertThat(since(NOON.plus(HOUR), 10)).containsExactly("2027-03-10 3", "2027-03-11 2");
    }

    @Test
    void areAllThatThereAreForWhoAsksForTheFirstTime() {
        told("partner", TODAY.minusDays(1), 80_000, 2, NOON);
        told("partner", TODAY, 80_000, 2, NOON);
        told("partner", MARCH, 80_000, 2, NOON);
        fares.gone("partner", QUERY, NOON.plus(HOUR), NOON.plus(HOUR));

        assertThat(since(null, 10)).containsExactly("2026-11-20 2");
    }
}
