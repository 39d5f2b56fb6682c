package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class HomePageTest {

    private final Household house = new Household();
    private final Reader home = Reader.of(new HomePage(Reader.shelf(house), Reader.TEMPLATES).route());
    private final Reader search = Reader.of(new FindPage(Reader.shelf(house), Reader.TEMPLATES).route());

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private void gives(String program, String origin, int percent, String from, String to) {
        house.told(
                from,
                Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(program))
                        .origins(List.of(new OriginId(origin)))
                        .bonus(Bonus.of(Percent.of(percent), Percent.of(percent - 20)))
                        .window(new Window(Moment.of(LocalDate.parse(from)), Moment.of(LocalDate.parse(to))))
                        .build());
    }

    private void campaigns() {
        gives("smiles", "livelo", 100, "2026-11-20", "2026-11-25");
        gives("latam_pass", "itau", 30, "2026-11-21", "2026-11-22");
        gives("smiles", "esfera", 80, "2026-09-01", "2026-09-05");
    }

    @Test
    void showsWhatIsOpenAndNothingElse() throws Exception {
        campaigns();

        Document page = home.opens();

        assertThat(page.select(".lead").text()).isEqualTo("2 campanhas abertas agora.");
        assertThat(page.select(".card h2").eachText()).containsExactlyInAnyOrder("Smiles", "LATAM Pass");
        assertThat(page.select("[data-program=smiles] .offer").text()).isEqualTo("100% 80% para todos");
        assertThat(page.select("[data-program=smiles] time").attr("datetime")).isEqualTo("2026-11-26T03:00:00Z");
        assertThat(page.select("select[name=program] option").eachText())
                .containsExactly("todos", "LATAM Pass (1)", "Smiles (1)");
    }

    @Test
    void isFilteredAndSortedByItsAddress() throws Exception {
        campaigns();

        assertThat(home.opens(Map.of(), Map.of("program", "smiles"))
                        .select(".card h2")
                        .eachText())
                .containsExactly("Smiles");
        assertThat(home.opens(Map.of(), Map.of("from", "itau"))
                        .select(".card h2")
                        .eachText())
                .containsExactly("LATAM Pass");
        assertThat(home.opens(Map.of(), Map.of("min", "50")).select(".card h2").eachText())
                .containsExactly("Smiles");
        assertThat(home.opens(Map.of(), Map.of("sort", "end"))
                        .select(".card h2")
                        .eachText())
                .containsExactly("LATAM Pass", "Smiles");
        Document none = home.opens(Map.of(), Map.of("program", "azul"));
        assertThat(none.select(".card")).isEmpty();
        assertThat(none.select(".empty").text()).contains("Nenhuma campanha aberta agora é assim.");
    }

    @Test
    void saysSoWhereNothingIsOpen() throws Exception {
        assertThat(home.opens().select(".empty").text()).contains("Não há nenhuma campanha aberta agora.");
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        assertThatThrownBy(() -> home.asks(Map.of(), Map.of("program", "<script>")))
                .isInstanceOf(MilesbotException.class)
                .hasMessageContaining("smiles");
        assertThatThrownBy(() -> home.asks(Map.of(), Map.of("min", "muito"))).isInstanceOf(MilesbotException.class);
    }

    @Test
    void findsWhatIsMeantAmongAllThatEverWas() throws Exception {
        campaigns();

        Document found = search.opens(Map.of(), Map.of("q", "smiles esfera 80"));

        assertThat(found.select(".lead").text()).isEqualTo("Uma campanha.");
        assertThat(found.select(".card h2").eachText()).containsExactly("Smiles");
        assertThat(found.select("input[type=search]").attr("value")).isEqualTo("smiles esfera 80");
        assertThat(search.opens().select(".card")).hasSize(3);
        assertThat(search.opens(Map.of(), Map.of("q", "smiles", "pct", "100"))
                        .select(".card .offer strong")
                        .eachText())
                .containsExactly("100%");
    }

    @Test
    void goesOnWhereThePageBeforeEnded() throws Exception {
        for (int i = 0; i < 30; i++) {
            gives(
                    "smiles",
                    "livelo",
                    30 + 2 * i,
                    LocalDate.of(2024, 1, 1).plusDays(20L * i).toString(),
                    "2026-01-01");
        }

        Document first = search.opens();
        String next = first.select("a[rel=next]").attr("href");
        Document second = search.opens(Map.of(), Map.of("after", next.substring(next.indexOf("after=") + 6)));

        assertThat(first.select(".card")).hasSize(24);
        assertThat(second.select(".card")).hasSize(6);
        assertThat(second.select(".card h2 a").eachAttr("href"))
                .doesNotContainAnyElementsOf(first.select(".card h2 a").eachAttr("href"));
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void refusesACursorThatIsNone() {
        for (String cursor : List.of(
                "x",
                "MXx4fHg",
                "MXwrMTAwMDAwMDAwMC0xMi0zMVQyMzo1OTo1OVp8MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw")) {
            assertThatThrownBy(() -> search.asks(Map.of(), Map.of("after", cursor)))
                    .isInstanceOf(MilesbotException.class)
                    .hasMessageContaining("start of the search");
        }
    }
}
