package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.cli.bot.command.Foretold;
import org.milesbot.store.alert.Household;
import org.milesbot.store.dedupe.Offers;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.StoredForecast.Outlook;

@TestInstance(Lifecycle.PER_CLASS)
class ForecastPageTest {

    private final Household house = new Household();

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    /** A page that remembers nothing yet. */
    private Reader reader() {
        return Reader.of(ForecastPage.of(Reader.shelf(house), Reader.TEMPLATES)
                .by(Runnable::run)
                .route());
    }

    private void foretold() {
        new Forecasts(house.database())
                .save(List.of(
                        Foretold.of("smiles", 0.34, 0.62),
                        Foretold.of("smiles", "livelo", 0.2, 0.5, new Outlook(null, null, null, null)),
                        Foretold.of("azul", null, 0.1, 0.4, new Outlook(null, null, Foretold.DAY.plusDays(3), null)),
                        Foretold.of("flyingblue", 0.004, 0.1)));
    }

    @Test
    void showsHowLikelyAStartIs() throws Exception {
        foretold();

        Document page = reader().opens();

        assertThat(page.select("table").get(0).select("tbody tr").eachText())
                .hasSize(3)
                .anySatisfy(row ->
                        assertThat(row).startsWith("Smiles 34% (17–67) 62% (31–81) 81% (41–91) 70–100%, tip. 80%"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("Azul Fidelidade anunciada anunciada")
                        .contains("23/11"));
        assertThat(page.select(".lead").get(0).text()).contains("20/11/2026", "o intervalo de 80%");
        assertThat(page.select(".warning")).isEmpty();
        assertThat(page.select(".sentences li").eachText())
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Smiles: nos últimos 12 meses abriu bônus"));
        assertThat(page.select(".multiples figure")).hasSize(3);
        assertThat(page.select(".multiples svg[role=img]").eachAttr("aria-label"))
                .anySatisfy(label ->
                        assertThat(label).startsWith("Smiles: chance de abrir").contains("34% (17–67)"));
    }

    @Test
    void speaksEnglish() throws Exception {
        foretold();

        Document page = reader().inEnglish().opens();

        assertThat(page.select("h2").eachText()).containsExactly("Next 30 days", "How right we were", "In words");
        assertThat(page.text()).contains("in brackets, the 80% interval", "announced");
    }

    @Test
    void showsRoutesWhereTheyAreAskedFor() throws Exception {
        foretold();

        Document page = reader().opens(Map.of(), Map.of("of", "routes", "lang", "en"));

        assertThat(page.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .startsWith("Livelo → Smiles 20%");
        assertThat(page.select("svg")).isEmpty();
        assertThat(page.select(".tabs a[aria-current]").attr("href")).isEqualTo("/forecast?of=routes&lang=en");
    }

    @Test
    void drawsTheWeeksWithCampaigns() throws Exception {
        foretold();
        house.told("2026-11-03", "livelo 80/80 2026-11-03..2026-11-05");
        house.told("2026-09-01", "esfera 110/100 2026-09-01..2026-09-02");
        house.told("2019-09-01", "esfera 300/100 2019-09-01..2019-09-02");

        Document page = reader().opens();

        assertThat(page.select(".heat rect > title").eachText())
                .containsExactly("semana de 31/08/2026: 110%, 2 dias", "semana de 02/11/2026: 80%, 3 dias");
        assertThat(page.select(".heat rect").eachAttr("class")).containsExactly("heat-4", "heat-3");
        assertThat(page.select("details:has(th:contains(Semanas)) tbody tr").eachText())
                .containsExactly("Smiles 2 110% 02/11/2026");
    }

    @Test
    void holdsPublishedForecastsAgainstWhatCame() throws Exception {
        foretold();
        house.run("update promo_forecast set origin_day = date '2026-10-01'");
        foretold();
        house.told("2026-10-05", "livelo 80/80 2026-10-05..2026-10-07");
        for (int day = 0; day < 60; day++) {
            house.run(
                    "insert into run (job, started_at, ended_at, outcome) values ('scrape', ?, ?, 'ok')",
                    java.sql.Timestamp.from(Offers.instant("2026-09-25").plus(Duration.ofDays(day))),
                    java.sql.Timestamp.from(Offers.instant("2026-09-25").plus(Duration.ofDays(day))));
        }

        Document page = reader().opens();

        assertThat(page.text()).contains("Previsões publicadas cujo prazo já passou");
        assertThat(page.select(".record")).hasSize(2);
        assertThat(page.select(".record")
                        .get(0)
                        .select("table")
                        .get(0)
                        .select("tbody tr")
                        .eachText())
                .anySatisfy(row -> assertThat(row).startsWith("milesbot 0,"))
                .anySatisfy(row -> assertThat(row).startsWith("climatologia 0,"));
        assertThat(page.select(".record circle.disc")).isNotEmpty();
        assertThat(page.select(".record svg.chart").attr("aria-label")).contains("Na diagonal");
    }

    @Test
    void saysSoWhereAForecastIsOld() throws Exception {
        foretold();

        Document page = reader().at(Reader.NOON.plus(Duration.ofDays(5))).opens();

        assertThat(page.select(".warning").text()).contains("está velha");
    }

    @Test
    void saysThatThereIsNoneYet() throws Exception {
        Document page = reader().opens();

        assertThat(page.select(".empty").text()).contains("Ainda não há previsão");
        assertThat(page.select("table, svg")).isEmpty();
    }

    @Test
    void saysWhereNothingCanBeScoredYet() throws Exception {
        foretold();

        assertThat(reader().opens().text()).contains("Nenhuma previsão publicada venceu ainda");
    }
}
