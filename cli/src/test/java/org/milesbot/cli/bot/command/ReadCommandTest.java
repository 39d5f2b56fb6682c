package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class ReadCommandTest {

    private static final long ANA = 1;
    private static final String ANNOUNCEMENT = """
            Livelo oferece até 100% de bônus nas transferências para a Smiles

            Até 30 de novembro, clientes Livelo que transferirem pontos para a Smiles ganham 80% de bônus; assinantes do Clube Smiles ganham 100%.
            Mínimo de 1.000 pontos.""";

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    private Delivery forwarded(String text) {
        List<Delivery> got = scene.happens(ANA, Sayings.forwarded(ANA, text));
        assertThat(got).hasSize(1);
        return got.get(0);
    }

    @Test
    void saysWhatAPastedAnnouncementOffersTheAsker() {
        house.person(ANA, "tiers = '{smiles:club}'");

        assertThat(scene.asks(ANA, ANNOUNCEMENT).seen())
                .contains("100% de bônus: Livelo → Smiles", "100% para você", "seg., 30/11")
                .contains("Mínimo de 1.000 pontos")
                .contains("poucas campanhas", "Essa eu ainda não conhecia");
    }

    @Test
    void saysTheSameOfAForwardedOne() {
        assertThat(forwarded(ANNOUNCEMENT).seen()).contains("Livelo → Smiles", "80% para você");
    }

    @Test
    void knowsACampaignThatIsKeptAlready() {
        house.told("2026-11-19", "livelo 100/80 2026-11-18..2026-11-30", "Livelo dá até 100% na Smiles");

        Delivery known = scene.asks(ANA, "/ler " + ANNOUNCEMENT);

        assertThat(known.seen()).contains("Essa eu já conheço, desde 19/11", "Livelo dá até 100% na Smiles");
        assertThat(known.html()).contains("<a href=\"https://example.org/passageiro\">");
        assertThat(known.buttons()).containsExactly("promos:i/" + house.promo());
    }

    @Test
    void takesAnotherCampaignOfTheProgrammeForNew() {
        house.told("2026-08-19", "livelo 100/80 2026-08-18..2026-08-30");
        house.told("2026-11-19", "esfera 60/60 2026-11-18..2026-11-25");

        assertThat(scene.asks(ANA, ANNOUNCEMENT).seen()).contains("Essa eu ainda não conhecia");
    }

    @Test
    void saysHowGoodItIsAmongThoseOfTheProgramme() {
        for (int month = 3; month <= 9; month++) {
            int percent = month == 4 ? 100 : 50 + month;
            house.told(
                    "2026-0" + month + "-02",
                    "livelo " + percent + "/" + percent + " 2026-0" + month + "-02..2026-0" + month + "-05");
        }

        assertThat(scene.asks(ANA, ANNOUNCEMENT).seen())
                .contains("Iguala o recorde de 04/2026 (1ª de 8 em 12 meses e de 8 ao todo)")
                .contains("Iguala o recorde com pontos Livelo (1ª de 8 em 12 meses e de 8 ao todo)");
    }

    @Test
    void tellsAtMostFive() {
        String many = String.join(
                "\n\n",
                List.of(
                        "Livelo para Smiles: 100% de bônus até 30/11.",
                        "Esfera para Smiles: 80% de bônus até 29/11.",
                        "Itaú para Azul: 70% de bônus até 28/11.",
                        "Santander para LATAM Pass: 30% de bônus até 27/11.",
                        "Bradesco para TAP: 25% de bônus até 26/11.",
                        "Livelo para Iberia: 40% de bônus até 25/11.",
                        "C6 para Azul: 90% de bônus até 24/11."));

        assertThat(forwarded(many).seen().split("🔁", -1)).hasSizeBetween(3, 6);
    }

    @Test
    void asksForTheTextAndReadsWhatComes() {
        assertThat(scene.asks(ANA, "/ler").seen()).contains("Cole ou encaminhe");
        scene.restartAt(Scene.NOON.plusSeconds(60));

        assertThat(scene.asks(ANA, ANNOUNCEMENT).seen()).contains("Livelo → Smiles");
    }

    @Test
    void saysSoIfThereIsNoPromoInWhatItAskedFor() {
        scene.asks(ANA, "/ler");

        assertThat(scene.asks(ANA, "bom dia").seen()).contains("não encontrei nenhuma promoção");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me avisa quando a Smiles der mais de 90%",
                "tem bônus de 100% da Livelo para Smiles hoje?",
                "quero saber se vale transferir 50 mil pontos da Livelo para a Smiles com 80% de bônus",
                "me lembra de transferir da Esfera para a Latam com 30% de bônus",
                "bom dia"
            })
    void leavesWishesAndQuestionsToOthers(String words) {
        assertThat(scene.asks(ANA, words).seen()).startsWith("Não entendi");
    }

    @Test
    void speaksEnglish() {
        assertThat(scene.happens(7, Sayings.speaking(Sayings.text(7, ANNOUNCEMENT), "en")))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.seen()).contains("80% for you", "I did not know this one yet"));
    }

    @Test
    void survivesHostileText() {
        String hostile = "<b>&</b> 😀 \u202e".repeat(150) + "\n" + ANNOUNCEMENT + "\n" + "x".repeat(12_000);

        assertThat(scene.asks(ANA, hostile).seen()).contains("Livelo → Smiles");
        assertThat(scene.asks(ANA, "<i>😀".repeat(800)).seen()).startsWith("Não entendi");
    }
}
