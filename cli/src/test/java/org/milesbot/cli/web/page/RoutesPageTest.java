package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Trip;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class RoutesPageTest {

    private final Household house = new Household();
    private final RoutesPage page = new RoutesPage(Reader.shelf(house), Reader.TEMPLATES);
    private final Reader list = Reader.of(page.routes().get(0));
    private final Reader one = Reader.of(page.routes().get(1));

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private void costs(String at, String program, Place from, Place to, @Nullable Long miles) {
        house.told(
                at,
                Promo.builder(PromoKind.AWARD_FARE, new ProgramId(program))
                        .fare(new Fare(
                                from,
                                to,
                                Cabin.BUSINESS,
                                miles,
                                new BigDecimal("312.40"),
                                Trip.ONE_WAY,
                                TravelDates.UNKNOWN))
                        .build());
    }

    private void fares() {
        costs("2026-09-10", "latam_pass", new Place("GRU", "SAO"), new Place("LIS", "LIS"), 60_000L);
        costs("2026-11-20", "smiles", new Place("GRU", "SAO"), new Place("LIS", "LIS"), 45_000L);
        costs("2026-11-20", "azul", new Place("VCP", "SAO"), new Place("FLL", "FLL"), null);
    }

    private Document opens(Reader reader, String from, String to) throws Exception {
        return reader.opens(Map.of("from", from, "to", to), Map.of());
    }

    @Test
    void showsPricesOverTimeAsADrawingAndATable() throws Exception {
        fares();

        Document route = opens(one, "gru", "lis");

        assertThat(route.select("h1").text()).isEqualTo("Passagens com milhas: GRU → LIS");
        assertThat(route.select("circle[cx] > title").eachText())
                .containsExactly(
                        "Smiles: 45.000 mi + R$ 312,40, 20/11/2026", "LATAM Pass: 60.000 mi + R$ 312,40, 10/09/2026");
        assertThat(route.select("svg.chart > title").text()).contains("2 preços, de 45.000 a 60.000 milhas");
        assertThat(route.select("tbody tr").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("20/11/2026", "Smiles", "GRU → LIS", "45.000 mi + R$ 312,40", "executiva");
        assertThat(route.select("tbody a").eachAttr("href")).contains("https://example.org/smiles");
        assertThat(route.select(".legend").text()).isEqualTo("Smiles LATAM Pass");
    }

    @Test
    void findsACityByItsAirports() throws Exception {
        fares();

        assertThat(opens(one, "SAO", "LIS").select("tbody tr")).hasSize(2);
        assertThat(opens(one, "SAO", "FLL").select("tbody tr")).hasSize(1);
    }

    @Test
    void drawsNothingWhereNoPriceIsToldInMiles() throws Exception {
        fares();

        Document route = opens(one, "VCP", "FLL");

        assertThat(route.select("svg.chart")).isEmpty();
        assertThat(route.select("tbody tr").text()).contains("Azul", "–");
    }

    @Test
    void saysWhatToDoWhereNothingIsKnown() throws Exception {
        assertThat(opens(one, "XXX", "YYY").select(".empty").text()).contains("Nenhum preço deste trecho", "Todos os");
        assertThat(opens(Reader.of(page.routes().get(1)).inEnglish(), "XXX", "YYY")
                        .text())
                .contains("No price of this route", "All routes");
        assertThat(list.opens().select(".empty").text()).contains("Assim que uma fonte anunciar");
    }

    @Test
    void listsTheRoutesThereAre() throws Exception {
        fares();

        Document all = list.opens(Map.of(), Map.of("lang", "pt"));

        assertThat(all.select("tbody tr").eachText()).containsExactly("GRU → LIS 2 45.000 milhas", "VCP → FLL 1 –");
        assertThat(all.select("tbody a").eachAttr("href"))
                .isEqualTo(List.of("/routes/GRU-LIS?lang=pt", "/routes/VCP-FLL?lang=pt"));
    }

    @Test
    void refusesWhatIsNoRoute() throws Exception {
        assertThat(one.failure(Map.of("from", "GRU", "to", "LISB"))).contains("/routes/GRU-LIS");
        assertThat(one.failure(Map.of("from", "<b>", "to", "LIS"))).contains("três letras");
    }
}
