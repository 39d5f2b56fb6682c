package org.milesbot.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.store.db.Database;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.testing.TestDatabase;
import org.roaringbitmap.RoaringBitmap;

class SearchIndexTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final Duration KEEPS = Duration.ofSeconds(5);

    private final TestDatabase test = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.at(NOW);
    private final SearchIndex index = new SearchIndex(KEEPS, clock);

    @AfterEach
    void close() {
        test.close();
    }

    private static void store(Database database, String title, int percent) {
        Promo promo = Promo.builder(PromoKind.POINTS_PURCHASE, new ProgramId("smiles"))
                .bonus(Bonus.of(Percent.of(percent), null))
                .build();
        URI page = URI.create("https://example.org/" + title);
        Sighting sighting = new Sighting(promo, new SourceId("blog"), Provenance.BLOG, title, page, NOW);
        new Sightings(database).store("blogs", 1, NOW, List.of(new Sighted(title, sighting)));
    }

    /** Words with a digit are their own stems. */
    private int found(String stem) {
        return test.database()
                .inTransaction(open ->
                        index.with(open, entries -> RoaringBitmap.andCardinality(entries.all(), entries.with(stem))));
    }

    private int later(String stem) {
        clock.advance(KEEPS);
        return found(stem);
    }

    @Test
    void looksAgainAfterAWhile() {
        store(test.database(), "alfa1", 10);
        assertThat(found("alfa1")).isEqualTo(1);

        store(test.database(), "beta2", 20);
        assertThat(found("beta2")).isZero();
        assertThat(later("beta2")).isEqualTo(1);
        assertThat(found("alfa1")).isEqualTo(1);
    }

    /** Its number is lower than those of transactions that were read long before it ends. */
    @Test
    void findsWhatALongTransactionWroteBeforeOthersThatWereRead() {
        try (Database slow = test.database().another()) {
            slow.useTransaction(open -> {
                store(slow, "lenta3", 10);
                store(test.database(), "ligeira4", 20);
                assertThat(later("ligeira4")).isEqualTo(1);
                store(test.database(), "outra5", 30);
                assertThat(later("outra5")).isEqualTo(1);
                assertThat(found("lenta3")).isZero();
            });
        }
        assertThat(later("lenta3")).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsGoneAlsoWhenAsMuchCame() {
        store(test.database(), "alfa1", 10);
        assertThat(found("alfa1")).isEqualTo(1);

        test.database().useTransaction(open -> open.execute("delete from promo where title = 'alfa1'"));
        store(test.database(), "beta2", 20);

        assertThat(later("alfa1")).isZero();
        assertThat(found("beta2")).isEqualTo(1);
    }

    @Test
    void staysRightHoweverOftenSomethingChanges() {
        store(test.database(), "alfa1", 10);
        for (int i = 0; i < 5; i++) {
            String title = "vez" + i;
            test.database().useTransaction(open -> open.execute("update promo set title = ?", title));

            assertThat(later(title)).isEqualTo(1);
        }
        assertThat(found("vez3")).isZero();
    }

    /** What a backup brings back tells transactions of the time when it was made, or of another server. */
    @ParameterizedTest
    @ValueSource(strings = {"3", "9000000000000"})
    void findsWhatABackupBroughtBack(String transaction) {
        store(test.database(), "alfa1", 10);
        assertThat(found("alfa1")).isEqualTo(1);

        store(test.database(), "beta2", 20);
        test.database()
                .useTransaction(open -> open.execute(
                        "update promo_search set written = cast(? as xid8) where words @@ cast('beta2' as tsquery)",
                        transaction));

        assertThat(later("beta2")).isEqualTo(1);
        assertThat(later("alfa1")).isEqualTo(1);
    }

    @Test
    void aClockThatWasPutBackMakesNothingFresh() {
        assertThat(found("alfa1")).isZero();
        clock.advance(Duration.ofHours(-1));
        store(test.database(), "alfa1", 10);

        assertThat(found("alfa1")).isEqualTo(1);
    }
}
