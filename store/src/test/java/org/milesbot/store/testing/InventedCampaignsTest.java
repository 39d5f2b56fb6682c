package org.milesbot.store.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.RememberedCampaigns;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.search.Search;
import org.milesbot.store.search.SearchFilter;
import org.milesbot.store.search.SearchIndex;
import org.milesbot.store.search.SearchQuery;

@TestInstance(Lifecycle.PER_CLASS)
class InventedCampaignsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T23:00:00Z");
    private static final int MANY = 600;

    private final TestDatabase test = TestDatabase.migrated();
    private final Promos promos = new Promos(test.database());

    @BeforeAll
    void fill() {
        InventedCampaigns.fill(test.database(), 1, MANY, LocalDate.of(2026, 11, 20));
    }

    @AfterAll
    void close() {
        test.close();
    }

    private static List<PromoRow> all(Promos promos) {
        return promos.list(PromoFilter.ALL, ScoreRule.DEFAULT, NOW);
    }

    @Test
    void areSettledAndScoredAndFound() {
        assertThat(all(promos)).hasSize(MANY).allSatisfy(row -> {
            assertThat(row.state()).isNotNull();
            assertThat(row.score()).isNotNull();
        });
        long found = new Search(test.database(), promos, new SearchIndex(Duration.ZERO, Clock.systemUTC()))
                .find(new SearchQuery("", List.of(), SearchFilter.ALL, null, 1), ScoreRule.DEFAULT, NOW)
                .total();
        assertThat(found).isBetween(MANY - 20L, MANY - 1L);
    }

    @Test
    void standWhereTheyStoodWhenRemembered() {
        SettableClock clock = SettableClock.at(NOW);
        Promos remembering = Promos.remembering(test.database(), new RememberedCampaigns(Duration.ofMinutes(1), clock));
        List<PromoRow> before = all(remembering);
        assertThat(before).isEqualTo(all(promos));

        test.database()
                .useTransaction(
                        open -> open.execute(
                                "update promo set bonus_pct = bonus_pct + 300 where kind = 'transfer_bonus' and published_at < '2017-06-01'"));
        assertThat(all(remembering)).extracting(PromoRow::standing).isNotEqualTo(standings());
        clock.advance(Duration.ofMinutes(1));
        assertThat(all(remembering)).extracting(PromoRow::standing).isEqualTo(standings());
    }

    private List<?> standings() {
        return all(promos).stream().map(PromoRow::standing).toList();
    }
}
