package org.milesbot.store.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.promo.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Provenance;
import org.milesbot.store.promo.PromoFilter.Order;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;

@TestInstance(Lifecycle.PER_CLASS)
class PromosTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final ProgramId AZUL = new ProgramId("azul");

    private final TestDatabase test = TestDatabase.migrated();
    private final Promos promos = new Promos(test.database());
    private final List<Sighted> found = new ArrayList<>();

    @BeforeAll
    void fill() {
        add(10, Samples.SMILES, "livelo", TODAY, TODAY, 0);
        add(20, Samples.SMILES, "itau", TODAY.minusDays(9), TODAY.minusDays(1), 9);
        add(30, Samples.SMILES, "*", TODAY.plusDays(1), TODAY.plusDays(9), 1);
        add(40, AZUL, "itau", null, null, 15);
        add(50, AZUL, "itau", null, null, 16);
        add(60, AZUL, "livelo", null, TODAY.plusDays(1), 40);
        new Sightings(test.database()).store("blogs", 1, NOON, found);
    }

    @AfterAll
    void close() {
        test.close();
    }

    private void add(
            int percent,
            ProgramId program,
            String origin,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            int daysAgo) {
        Promo promo = Promo.builder(PromoKind.TRANSFER_BONUS, program)
                .origins(List.of(new OriginId(origin)))
                .bonus(Bonus.of(Percent.of(percent), null))
                .window(new Window(start == null ? null : Moment.of(start), end == null ? null : Moment.of(end)))
                .build();
        Instant published = NOON.minus(Duration.ofDays(daysAgo));
        found.add(new Sighted("a" + percent, Samples.sighting(promo, Samples.BLOG, Provenance.BLOG, published)));
    }

    private List<String> listed(PromoFilter filter) {
        return Samples.listed(promos, filter).stream()
                .map(row -> String.valueOf(row.promo().bonus().highest()))
                .toList();
    }

    @Test
    void goesOnAfterAPlace() {
        assertThat(inPages(PromoFilter.ALL)).isEqualTo(listed(PromoFilter.ALL));
        assertThat(inPages(PromoFilter.ALL.in(Order.SCORE))).isEqualTo(listed(PromoFilter.ALL.in(Order.SCORE)));
    }

    private List<String> inPages(PromoFilter filter) {
        List<String> seen = new ArrayList<>();
        List<PromoRow> page = promos.list(filter.first(2), ScoreRule.DEFAULT, NOON);
        while (!page.isEmpty()) {
            page.forEach(row -> seen.add(String.valueOf(row.promo().bonus().highest())));
            PromoPlace last = PromoPlace.of(page.get(page.size() - 1));
            page = promos.list(filter.first(2), last, ScoreRule.DEFAULT, NOON);
        }
        return seen;
    }

    @Test
    void listsThoseThatGiveSoMuch() {
        PromoFilter high = new PromoFilter(Set.of(), null, null, null, null, 9, Order.NEWEST, Percent.of(40));

        assertThat(listed(high)).containsExactly("40", "50", "60");
    }

    @Test
    void listsTheNewestFirst() {
        assertThat(listed(PromoFilter.ALL)).containsExactly("10", "30", "20", "40", "50", "60");
        assertThat(listed(new PromoFilter(Set.of(), null, null, null, null, 2))).containsExactly("10", "30");
    }

    @Test
    void listsSomeProgrammesAndKinds() {
        assertThat(listed(new PromoFilter(Set.of(AZUL, new ProgramId("tap")), null, null, null, null, 9)))
                .containsExactly("40", "50", "60");
        assertThat(listed(new PromoFilter(Set.of(), null, PromoKind.CLUB, null, null, 9)))
                .isEmpty();
        assertThat(listed(new PromoFilter(Set.of(), null, PromoKind.TRANSFER_BONUS, null, null, 9)))
                .hasSize(6);
    }

    @Test
    void listsWhatTakesPointsFromABank() {
        assertThat(listed(new PromoFilter(Set.of(), new OriginId("itau"), null, null, null, 9)))
                .containsExactly("30", "20", "40", "50");
        assertThat(listed(new PromoFilter(Set.of(), OriginId.EVERY_BANK, null, null, null, 9)))
                .containsExactly("30");
    }

    @Test
    void listsWhatIsOpenOnADay() {
        assertThat(listed(new PromoFilter(Set.of(), null, null, TODAY, null, 9)))
                .containsExactly("10", "40", "60");
    }

    @Test
    void listsWhatWasPublishedSince() {
        Instant since = NOON.minus(Duration.ofDays(9));

        assertThat(listed(new PromoFilter(Set.of(), null, null, null, since, 9)))
                .containsExactly("10", "30", "20");
    }
}
