package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.web.WebReply;
import org.milesbot.store.alert.Household;
import org.milesbot.store.dedupe.Offers;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;

@TestInstance(Lifecycle.PER_CLASS)
class PromoPageTest {

    private static final String HOSTILE = "<script>alert(1)</script> & \"Smiles\"";

    private final Household house = new Household();
    private final Reader reader = Reader.of(new PromoPage(Reader.shelf(house), Reader.TEMPLATES).route());
    private final Reader english = Reader.of(new PromoPage(Reader.shelf(house), Reader.TEMPLATES).route())
            .inEnglish();

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private Document opens(Reader who, String id) throws Exception {
        return who.opens(Map.of("id", id), Map.of());
    }

    private String newest() {
        return house.rows("select id::text from promo order by published_at desc, id limit 1")
                .get(0);
    }

    @Test
    void showsWhatACampaignGivesAndTheWordsItWasReadFrom() throws Exception {
        house.told("2026-11-20", Samples.transfer());

        Document page = opens(reader, newest());

        assertThat(page.select("h1").text()).isEqualTo("Itaú, Livelo → Smiles: 82,5%");
        assertThat(page.select("[data-program=smiles]")).isNotEmpty();
        assertThat(page.select("table").get(0).text()).contains("Todos 60%", "Clube \"Smiles\" 10 mil 82,5%");
        assertThat(page.select(".facts").text())
                .contains("começo 20/11/2026", "fim 30/11/2026 23:59", "até as 23h59 de 30/11")
                .contains("mínimo 5.000 pontos", "limite 300.000 pontos");
        assertThat(page.select(".quotes").text()).contains("bônus até 82,5% de bônus");
        assertThat(page.select(".go").attr("href")).isEqualTo("https://example.org/smiles");
        assertThat(page.select(".go").attr("rel")).contains("noopener", "noreferrer", "nofollow");
        assertThat(page.select(".badge").text()).isEqualTo("valendo");
        assertThat(page.select("time[data-countdown]").attr("datetime")).isEqualTo("2026-12-01T03:00:00Z");
    }

    @Test
    void speaksEnglish() throws Exception {
        house.told("2026-11-20", Samples.transfer());

        Document page = opens(english, newest());

        assertThat(page.select("h1").text()).isEqualTo("Itaú, Livelo → Smiles: 82.5%");
        assertThat(page.text())
                .contains(
                        "Everyone 60%", "minimum 5,000 points", "Why this score", "One sighting", "began the campaign");
    }

    @Test
    void tellsTheLifeOfACampaignAndWhySightingsAreOne() throws Exception {
        house.told("2026-11-18", "livelo 80/80 2026-11-18..2026-11-20", "Smiles dá 80%");
        house.told("2026-11-20", "livelo 80/80 ..2026-11-25", "Prorrogada até dia 25");

        Document page = opens(reader, newest());

        assertThat(page.select("ol.life > li").eachText().get(0)).isEqualTo("18/11/2026 anunciada");
        assertThat(page.select("ol.life > li").eachText())
                .anySatisfy(event -> assertThat(event).contains("prorrogada até 25/11/2026 (antes 20/11/2026)"));
        assertThat(page.select("ol.sightings > li")).hasSize(2);
        assertThat(page.select("ol.sightings > li").get(0).text()).contains("nº 1", "passageiro", "blog");
        assertThat(page.select("ol.sightings > li").get(1).text()).contains("mesma campanha do nº 1: mesma origem");
    }

    @Test
    void saysWhyTheScoreIsWhatItIs() throws Exception {
        house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-25");

        Document page = opens(reader, newest());

        assertThat(page.select("tr:has(meter)").eachText())
                .hasSize(4)
                .anySatisfy(row -> assertThat(row).contains("Novidade", "40"))
                .anySatisfy(row -> assertThat(row).contains("Acerto da fonte", "10"));
        assertThat(page.text()).contains("Comparada com as anteriores do programa: poucas campanhas.");
    }

    @Test
    void holdsItAgainstEarlierOnesOfTheSameOrigin() throws Exception {
        house.told("2026-06-01", "livelo 80/80 2026-06-01..2026-06-05", "junho");
        house.told("2026-08-01", "livelo 40/40 2026-08-01..2026-08-05", "agosto");
        house.told("2026-09-01", "esfera 80/80 2026-09-01..2026-09-05", "esfera");
        house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-25", "novembro");

        Document page = opens(reader, newest());

        assertThat(page.select("h2:contains(Parecidas) + div tbody tr a").eachText())
                .containsExactly("junho", "agosto");
    }

    @Test
    void showsWhatStrangersWriteAsText() throws Exception {
        Sighting sighting = new Sighting(
                Samples.undated(70),
                new SourceId("passageiro"),
                Provenance.CHANNEL,
                HOSTILE,
                URI.create("javascript:alert(1)"),
                Offers.instant("2026-11-20"));
        new Sightings(house.database()).store("blogs", 1, sighting.publishedAt(), List.of(new Sighted("x", sighting)));

        Document unsettled = opens(reader, newest());

        assertThat(unsettled.select(".badge").text()).isEqualTo("ainda não decidida");
        assertThat(unsettled.text()).contains("A nota sai quando");
        house.settle(Reader.NOON);
        Document page = opens(reader, newest());
        assertThat(page.select(".lead").text()).isEqualTo(HOSTILE);
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo(HOSTILE);
        assertThat(page.select("main script, .go")).isEmpty();
        assertThat(page.select(".facts").text()).contains("começo não informado", "fim não informado");
        assertThat(page.select("ol.sightings a")).isEmpty();
    }

    @Test
    void leadsFromTheBeginningOfAnIdToTheWholeOne() throws Exception {
        house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-25");
        String id = newest();

        assertThat(reader.asks(Map.of("id", id.substring(0, 8)), Map.of("lang", "en")))
                .asInstanceOf(type(WebReply.Redirect.class))
                .isEqualTo(new WebReply.Redirect("/promo/" + id + "?lang=en"));
        assertThat(reader.asks(Map.of("id", id.toUpperCase(Locale.ROOT)), Map.of()))
                .isEqualTo(new WebReply.Redirect("/promo/" + id));
    }

    @Test
    void saysThatThereIsNoSuchCampaign() throws Exception {
        assertThat(reader.failure(Map.of("id", "deadbeef"))).contains("deadbeef");
        assertThat(reader.failure(Map.of("id", "abc"))).contains("pelo menos seis letras");
        assertThat(english.failure(Map.of("id", "../etc"))).contains("at least six");
    }
}
