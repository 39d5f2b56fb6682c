package org.milesbot.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;

@TestInstance(Lifecycle.PER_CLASS)
class SearchTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final ProgramId SMILES = new ProgramId("smiles");
    private static final OriginId LIVELO = new OriginId("livelo");

    private final TestDatabase test = TestDatabase.migrated();
    private final SearchIndex index = new SearchIndex(Duration.ZERO, Clock.systemUTC());
    private final Search search = new Search(test.database(), new Promos(test.database()), index);

    @BeforeAll
    void fill() {
        store("T1", 1, transfer("smiles", "livelo", 100), "Transferência bonificada para a Smiles");
        store("T2", 2, transfer("smiles", "*", 100), "Bônus de todos os bancos");
        store("T3", 3, transfer("smiles", "livelo", 70), "Cartões com milhas em dobro");
        store("T4", 4, transfer("latam_pass", "itau", 82.5), "Itaú turbina o Latam Pass");
        store("T5", 0, transfer("azul", "esfera", 40), "Melhor que Smiles e Livelo com 100%? Veja o bônus da Azul");
        store("T6", 400, club("foo_pass", "Clássico"), "Assine já");
        store("T7", 5, purchase("tap", 30), "Promoções de novembro: ação exclusiva");
        store("T8", 6, transfer("smiles", "livelo", 130), "Retirada");
        test.database()
                .useTransaction(open -> open.execute(
                        "update promo set state = 'withdrawn', settled_at = last_seen where title = 'T8 Retirada'"));
    }

    @AfterAll
    void close() {
        test.close();
    }

    private void store(String name, int daysAgo, Promo promo, String title) {
        Sighting sighting = new Sighting(
                promo,
                new SourceId("blog"),
                Provenance.BLOG,
                name + " " + title,
                URI.create("https://example.org/" + name),
                NOW.minus(Duration.ofDays(daysAgo)));
        new Sightings(test.database()).store("blogs", 1, NOW, List.of(new Sighted(name, sighting)));
    }

    private static Promo transfer(String program, String origin, double percent) {
        Percent highest = Percent.of(String.valueOf(percent));
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(program))
                .origins(List.of(new OriginId(origin)))
                .bonus(new Bonus(
                        highest, null, List.of(new Tier(Audience.CLUB, "Assinantes Diamante", highest)), null, null))
                .build();
    }

    private static Promo purchase(String program, int percent) {
        return Promo.builder(PromoKind.POINTS_PURCHASE, new ProgramId(program))
                .bonus(Bonus.of(Percent.of(percent), null))
                .build();
    }

    private static Promo club(String program, String plan) {
        return Promo.builder(PromoKind.CLUB, new ProgramId(program))
                .club(new ClubPlan(plan, null))
                .build();
    }

    private SearchPage find(SearchQuery query) {
        return search.find(query, ScoreRule.DEFAULT, NOW);
    }

    private static SearchQuery typed(String text, Reading... readings) {
        return new SearchQuery(text, List.of(readings), SearchFilter.ALL, null, 20);
    }

    private static SearchQuery only(SearchFilter only) {
        return new SearchQuery("", List.of(), only, null, 20);
    }

    private static List<String> names(SearchPage page) {
        return page.rows().stream().map(row -> row.title().substring(0, 2)).toList();
    }

    private static Reading smilesFromLiveloWith100() {
        return new Reading(Set.of(SMILES), Set.of(LIVELO), Set.of(), null, Percent.of(100), "");
    }

    @Test
    void findsAllButWhatWasWithdrawnNewestFirst() {
        SearchPage page = find(typed(""));

        assertThat(names(page)).containsExactly("T5", "T1", "T2", "T3", "T4", "T7", "T6");
        assertThat(page.total()).isEqualTo(7);
        assertThat(page.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "transferencia smiles, T1 T2 T3 T5",
        "TRANSFERÊNCIA, T5 T1 T2 T3 T4",
        "bonificada transf, T5 T1 T2 T3 T4",
        "bonificad, T5 T1 T2 T3 T4",
        "cartao, T3",
        "CARTÃO, T3",
        "promocao, T7",
        "acoes, T7",
        "exclusiv, T7",
        "latam, T4",
        "itaú lat, T4",
        "'82,5%', T4",
        "clube, T6",
        "assinatura foo, T6",
        "clássico, T6",
        "compra de pontos, T7",
        "diamante itau, T4",
        "novembro 2026 tap, T7",
        "outubro 2025, T6",
        "nada disso, ''",
    })
    void findsWordsWithoutAccentsAsStemsAndTheLastAsABeginning(String text, String expected) {
        assertThat(names(find(typed(text))))
                .containsExactlyInAnyOrderElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de para com", "'", "&", ":*", "!()|<->", "\\", ":*:", "\u0000", "\uD800", "💳", "   "})
    void neverFailsForWhatIsNoWord(String text) {
        assertThat(find(typed(text)).total()).isEqualTo(7);
    }

    @Test
    void takesTheBeginningOfATextThatIsTooLong() {
        assertThat(names(find(typed("latam " + "'&x ".repeat(2_500))))).isEmpty();
        assertThat(names(find(typed("latam" + " ".repeat(10_000) + "nada")))).containsExactly("T4");
        assertThat(find(typed("smiles ".repeat(2_000))).total()).isEqualTo(4);
    }

    @Test
    void putsFirstWhoseFieldsWereMeantAlsoWithEveryBank() {
        SearchPage page = find(typed("smiles livelo 100", smilesFromLiveloWith100()));

        assertThat(names(page)).containsExactly("T1", "T2", "T5");
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void putsFirstWhatIsNamedByWordsNobodyKnows() {
        store("T9", 0, purchase("dotz", 20), "Melhor que foo");

        assertThat(names(find(typed("foo")))).containsExactly("T6", "T9");
        delete("T9");
    }

    private void delete(String name) {
        test.database().useTransaction(open -> {
            open.execute("delete from promo where title like ?", name + "%");
            open.execute("delete from sighting where title like ?", name + "%");
            open.execute("delete from promo_fingerprint where promo_id not in (select id from promo)");
        });
    }

    @Test
    void readsEachReadingWithTheWordsThatAreLeft() {
        Reading rest = new Reading(Set.of(SMILES), Set.of(), Set.of(), null, null, "cartões");
        Reading other = new Reading(Set.of(), Set.of(), Set.of(PromoKind.CLUB), 2025, null, "");

        assertThat(names(find(typed("qualquer coisa", rest, other)))).containsExactly("T3", "T6");
    }

    @Test
    void pagesByKeyWhateverIsAddedMeanwhile() {
        List<String> found = new ArrayList<>();
        SearchKey after = null;
        int pages = 0;
        do {
            SearchPage page = find(new SearchQuery(
                    "smiles livelo 100", List.of(smilesFromLiveloWith100()), SearchFilter.ALL, after, 1));
            found.addAll(names(page));
            after = page.next();
            store("N" + pages, 0, transfer("smiles", "livelo", 100), "Livelo 100 mais nova " + pages);
            pages++;
        } while (after != null && pages < 9);

        assertThat(found).containsExactly("T1", "T2", "T5");
        delete("N");
    }

    @Test
    void pagesThroughPromosOfOneInstant() {
        for (int i = 0; i < 5; i++) {
            store("S" + i, 7, purchase("dotz", 10 + i), "no mesmo instante");
        }
        List<String> found = new ArrayList<>();
        @Nullable SearchKey after = null;
        do {
            SearchPage page = find(new SearchQuery("mesmo instante", List.of(), SearchFilter.ALL, after, 2));
            found.addAll(names(page));
            after = page.next();
        } while (after != null);

        assertThat(found).containsExactlyInAnyOrder("S0", "S1", "S2", "S3", "S4");
        delete("S");
    }

    @Test
    void countsEachFacetWithoutWhatWasChosenOfIt() {
        Facets facets = find(only(new SearchFilter(
                        Set.of(SMILES), Set.of(), Set.of(PromoKind.TRANSFER_BONUS), null, PercentRange.ANY)))
                .facets();

        assertThat(facets.programs())
                .containsExactly(
                        new Facet<>(SMILES, 3),
                        new Facet<>(new ProgramId("azul"), 1),
                        new Facet<>(new ProgramId("latam_pass"), 1));
        assertThat(facets.kinds()).containsExactly(new Facet<>(PromoKind.TRANSFER_BONUS, 3));
        assertThat(facets.origins()).containsExactly(new Facet<>(LIVELO, 3), new Facet<>(OriginId.EVERY_BANK, 1));
        assertThat(facets.years()).containsExactly(new Facet<>(2026, 3));
        assertThat(facets.percents())
                .containsExactly(new Facet<>(PercentRange.BANDS.get(1), 1), new Facet<>(PercentRange.BANDS.get(3), 2));
    }

    @Test
    void findsAsManyAsAFacetSays() {
        Facets facets = find(typed("")).facets();

        facets.origins()
                .forEach(facet -> assertThat(find(only(new SearchFilter(
                                        Set.of(), Set.of(facet.value()), Set.of(), null, PercentRange.ANY)))
                                .total())
                        .as("from %s", facet.value())
                        .isEqualTo(facet.count()));
        facets.years()
                .forEach(facet -> assertThat(find(only(new SearchFilter(
                                        Set.of(), Set.of(), Set.of(), facet.value(), PercentRange.ANY)))
                                .total())
                        .isEqualTo(facet.count()));
        facets.percents()
                .forEach(facet -> assertThat(
                                find(only(new SearchFilter(Set.of(), Set.of(), Set.of(), null, facet.value())))
                                        .total())
                        .isEqualTo(facet.count()));
        assertThat(facets.percents().stream().mapToLong(Facet::count).sum()).isEqualTo(6);
    }

    @Test
    void keepsUpWithWhateverWritesAPromo() {
        store("U1", 0, purchase("dotz", 15), "primeira");
        test.database()
                .useTransaction(open -> open.execute(
                        "update promo set title = 'U1 segunda', program = 'esfera' where title like 'U1%'"));

        assertThat(names(find(typed("primeira")))).isEmpty();
        assertThat(names(find(typed("segunda dotz")))).isEmpty();
        assertThat(names(find(typed("segunda esfera")))).containsExactly("U1");

        delete("U1");
        assertThat(names(find(typed("segunda")))).isEmpty();
    }

    @Test
    void findsWhatIsNoLongerWithdrawn() {
        assertThat(names(find(typed("retirada")))).isEmpty();

        test.database()
                .useTransaction(open -> open.execute("update promo set state = 'active' where title like 'T8%'"));
        assertThat(names(find(typed("retirada")))).containsExactly("T8");

        test.database()
                .useTransaction(open -> open.execute("update promo set state = 'withdrawn' where title like 'T8%'"));
        assertThat(names(find(typed("retirada")))).isEmpty();
    }

    @Test
    void isWrittenFromAnywhere() {
        test.database().useTransaction(open -> {
            open.execute("set local search_path to pg_catalog");
            open.execute("update " + test.database().schema()
                    + ".promo set title = title || ' outra' where title like 'T7%'");
        });
        assertThat(find(typed("outra")).rows())
                .extracting(row -> row.promo().program().value())
                .containsExactly("tap");
    }
}
