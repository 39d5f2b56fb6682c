package org.milesbot.store.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.promo.Samples.NOON;
import static org.milesbot.store.promo.Samples.sighted;
import static org.milesbot.store.promo.Samples.sighting;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.db.Database;
import org.milesbot.store.testing.TestDatabase;

class SightingsTest {

    private TestDatabase test;
    private Sightings sightings;
    private Promos promos;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        sightings = new Sightings(test.database());
        promos = new Promos(test.database());
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void givesBackWhatItWasGiven() {
        sightings.store("blogs", 1, NOON, List.of(sighted("a", Samples.transfer()), sighted("b", Samples.fare())));

        assertThat(Samples.listed(promos, PromoFilter.ALL))
                .extracting(PromoRow::promo)
                .containsExactlyInAnyOrder(Samples.transfer(), Samples.fare());
        assertThat(Samples.listed(promos, PromoFilter.ALL)).allSatisfy(row -> {
            assertThat(row.source()).isEqualTo(Samples.BLOG);
            assertThat(row.provenance()).isEqualTo(Provenance.BLOG);
            assertThat(row.title()).isEqualTo("Smiles dá 82,5%");
            assertThat(row.url()).isEqualTo(URI.create("https://example.org/smiles"));
            assertThat(row.publishedAt()).isEqualTo(NOON);
            assertThat(row.fetchedAt()).isEqualTo(NOON);
            assertThat(row.dateSuspect()).isFalse();
        });
    }

    @Test
    void keepsTheFieldsOfEveryKind() {
        List<Promo> kinds = List.of(
                Samples.earning(),
                Samples.club("2000", "84.90"),
                Samples.purchase(Gain.DISCOUNT),
                Samples.club("Classic", "30"));

        sightings.store(
                "blogs",
                1,
                NOON,
                kinds.stream().map(promo -> sighted("a", promo)).toList());

        assertThat(Samples.listed(promos, PromoFilter.ALL))
                .extracting(PromoRow::promo)
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void addsNothingWhenToldTwice() {
        List<Sighted> found = List.of(sighted("a", Samples.transfer()), sighted("b", Samples.transfer()));

        List<StoredPromo> first = sightings.store("blogs", 1, NOON, found);
        List<StoredPromo> second = sightings.store("blogs", 1, NOON.plus(Duration.ofHours(1)), found);

        assertThat(first).extracting(StoredPromo::isNew).containsExactly(true, false);
        assertThat(second).extracting(StoredPromo::isNew).containsExactly(false, false);
        assertThat(second).extracting(StoredPromo::id).containsOnly(first.get(0).id());
        assertThat(promos.counts()).isEqualTo(new Counts(0, 2, 1));
    }

    @Test
    void tellsAPromoInTheWordsOfTheSourceNearestToTheProgramme() {
        SourceId official = new SourceId("smiles_campaigns");
        Sighting rumour = sighting(Samples.transfer(), Samples.BLOG, Provenance.RUMOUR, NOON.minusSeconds(60));
        Sighting word = sighting(Samples.transfer(), official, Provenance.OFFICIAL, NOON);

        sightings.store("blogs", 1, NOON, List.of(new Sighted("a", word)));
        sightings.store("blogs", 1, NOON, List.of(new Sighted("a", rumour)));

        assertThat(Samples.listed(promos, PromoFilter.ALL))
                .extracting(PromoRow::source)
                .containsExactly(official);
    }

    @Test
    void knowsAnUndatedPromoAgainOnAPageThatDoesNotSayWhenItWasPublished() {
        for (int day = 0; day < 40; day++) {
            var fetched = NOON.plus(Duration.ofDays(day));
            Sighting today = sighting(Samples.undated(80), Samples.BLOG, Provenance.OFFICIAL, fetched);
            sightings.store("blogs", 1, fetched, List.of(new Sighted("https://example.org/campaign", today)));
        }

        assertThat(Samples.listed(promos, PromoFilter.ALL))
                .extracting(PromoRow::publishedAt)
                .containsExactly(NOON);
    }

    @Test
    void takesAnUndatedPromoOfAnotherYearForAnother() {
        for (int year = 2025; year <= 2026; year++) {
            var fetched = LocalDate.of(year, 11, 20).atTime(15, 0).toInstant(ZoneOffset.UTC);
            Sighting said = sighting(Samples.undated(80), Samples.BLOG, Provenance.OFFICIAL, fetched);
            sightings.store("blogs", 1, fetched, List.of(new Sighted("https://example.org/campaign", said)));
        }

        assertThat(promos.counts().promos()).isEqualTo(2);
    }

    @Test
    void keepsTextThatPostgresqlWouldRefuse() {
        Sighting odd = new Sighting(
                Samples.undated(50),
                Samples.BLOG,
                Provenance.BLOG,
                "50%\0 \uD83D" + "x".repeat(2_000),
                URI.create("https://example.org/"),
                NOON);

        sightings.store("blogs", 1, NOON, List.of(new Sighted("id\0" + "y".repeat(5_000), odd)));

        assertThat(Samples.listed(promos, PromoFilter.ALL))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.title()).startsWith("50% \uFFFDx").hasSizeLessThanOrEqualTo(500));
    }

    @Test
    void letsThirtyTwoWritersOfTheSamePromosLeaveEachOnce() throws ExecutionException, InterruptedException {
        List<Sighted> thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> sighted("a" + i, Samples.undated(i)))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(32);
        try {
            List<Future<Long>> added = new ArrayList<>();
            for (int writer = 0; writer < 32; writer++) {
                List<Sighted> own = new ArrayList<>(thousand);
                Collections.rotate(own, writer * 31);
                added.add(pool.submit(() -> store(own)));
            }
            long sum = 0;
            for (Future<Long> one : added) {
                sum += one.get();
            }
            assertThat(sum).isEqualTo(1_000);
        } finally {
            pool.shutdownNow();
        }
        assertThat(promos.counts()).isEqualTo(new Counts(0, 1_000, 1_000));
    }

    private long store(List<Sighted> found) {
        try (Database own = test.another()) {
            // They wait in one line, and how long that takes is not the question.
            own.with(open -> open.execute("set lock_timeout = 0; set statement_timeout = 0"));
            return new Sightings(own)
                    .store("blogs", 1, NOON, found).stream()
                            .filter(StoredPromo::isNew)
                            .count();
        }
    }

    @Test
    void queuesAsHistoryWhatWasPublishedBefore() {
        sightings.store("blogs", 1, NOON, List.of(sighted("a", Samples.undated(80))), NOON.plusSeconds(1));
        sightings.store("blogs", 1, NOON, List.of(sighted("b", Samples.undated(90))), NOON);
        sightings.store("blogs", 1, NOON, List.of(sighted("c", Samples.undated(70))));

        assertThat(quiet()).containsExactly("70 false", "80 true", "90 false");
    }

    @Test
    void isHistoryNoMoreWhenSomebodyTellsItAsNews() {
        sightings.store("blogs", 1, NOON, List.of(sighted("a", Samples.undated(80))), Origin.ALL_QUIET);
        assertThat(quiet()).containsExactly("80 true");

        sightings.store("blogs", 1, NOON, List.of(sighted("b", Samples.undated(80))));
        assertThat(quiet()).containsExactly("80 false");
        sightings.store("blogs", 1, NOON, List.of(sighted("c", Samples.undated(80))), Origin.ALL_QUIET);
        assertThat(quiet()).containsExactly("80 false");
    }

    private List<String> quiet() {
        return test.database()
                .with(open -> open.createQuery("""
                        select distinct bonus_pct || ' ' || quiet
                        from unsettled
                        join sighting using (fingerprint)
                        order by 1
                        """).mapTo(String.class).list());
    }
}
