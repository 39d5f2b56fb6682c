package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.Window;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;
import org.milesbot.store.forecast.Forecasts;

@TestInstance(Lifecycle.PER_CLASS)
class OpenPromosCommandTest {

    private static final long ANA = 1;

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

    private static Promo toSmiles() {
        return transfer("smiles", "livelo")
                .bonus(new Bonus(
                        Percent.of(80),
                        Percent.of(60),
                        List.of(new Tier(Audience.CLUB, "Clube Smiles", Percent.of(80))),
                        null,
                        null))
                .build();
    }

    private static Promo.Builder transfer(String program, String origin) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(program))
                .origins(List.of(new OriginId(origin)))
                .window(new Window(null, Moment.of(LocalDate.of(2026, 11, 30))));
    }

    private static Promo transfer(String program, String origin, int percent) {
        return transfer(program, origin)
                .bonus(Bonus.of(Percent.of(percent), Percent.of(percent)))
                .build();
    }

    private void sevenOpen() {
        List<String> banks = List.of("livelo", "esfera", "itau", "bradesco", "santander", "inter", "c6");
        for (int i = 0; i < banks.size(); i++) {
            house.told("2026-11-2" + i % 2 + "T09:0" + i, transfer("azul", banks.get(i), 40 + 10 * i));
        }
    }

    @Test
    void tellsTheAskersOwnPercentage() {
        house.person(ANA, "tiers = '{smiles:club}'");
        house.person(2, "");
        house.told("2026-11-20", toSmiles());

        assertThat(scene.asks(ANA, "/promos").seen())
                .contains("Uma promoção aberta agora", "80% de bônus: Livelo → Smiles")
                .contains("80% para você (Clube Smiles); 60% para os demais", "seg., 30/11", "relevância");
        assertThat(scene.asks(2, "/promos").seen()).contains("60% para você; 80% em outra faixa (Clube Smiles)");
    }

    @Test
    void turnsPagesInTheSameMessage() {
        sevenOpen();
        Delivery first = scene.asks(ANA, "/bonus");

        assertThat(first.seen())
                .contains("7 promoções abertas agora", "5. ", "Página 1 de 2")
                .doesNotContain("6. ");
        Delivery second = scene.presses(ANA, first, "promos:2/");
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.seen()).contains("6. ", "7. ", "Página 2 de 2").doesNotContain("5. ");
        assertThat(scene.presses(ANA, second, "promos:1/").seen()).isEqualTo(first.seen());
    }

    @Test
    void keepsTheFilterWhilePagesAreTurned() {
        sevenOpen();
        house.told("2026-11-20", toSmiles());
        Delivery first = scene.asks(ANA, "/promos azul 50%");

        assertThat(first.seen()).contains("6 promoções", "🔎 Azul Fidelidade · 50% ou mais para você");
        assertThat(scene.presses(ANA, first, "promos:2/").seen()).contains("6. ", "🔎 Azul Fidelidade");
    }

    @Test
    void showsTheLastPageWhenThereAreFewerByNow() {
        sevenOpen();
        Delivery first = scene.asks(ANA, "/promos");
        house.run("delete from promo where origins && '{inter,c6,santander}'");

        assertThat(scene.presses(ANA, first, "promos:2/").seen()).contains("4 promoções", "4. ");
    }

    @Test
    void findsNamesWithoutAccentsAndByPartOfThem() {
        house.told("2026-11-20", toSmiles());
        house.told("2026-11-20", transfer("latam_pass", "itau", 30));

        assertThat(scene.asks(ANA, "/promos ITAU para latam").seen()).contains("Itaú → LATAM Pass");
        assertThat(scene.asks(ANA, "/promos Itaú acima de 40%").seen()).contains("Nada aberto agora com esse filtro");
    }

    @Test
    void takesEveryBankForAGiverOfTheTakerThatIsNamed() {
        house.told("2026-11-20", transfer("azul", "*", 70));

        assertThat(scene.asks(ANA, "/promos livelo azul").seen()).contains("todos os bancos parceiros");
        assertThat(scene.asks(ANA, "/promos livelo smiles").seen()).contains("Nada aberto agora com esse filtro");
    }

    @Test
    void showsWhatIsFollowedAndOffersTheRest() {
        house.person(ANA, "programs = '{smiles}'");
        house.told("2026-11-20", toSmiles());
        house.told("2026-11-20", transfer("azul", "itau", 30));
        Delivery own = scene.asks(ANA, "/promos");

        assertThat(own.seen()).contains("Smiles").doesNotContain("Azul");
        assertThat(own.labels()).contains("Ver também a outra aberta");
        assertThat(scene.presses(ANA, own, "promos:1/tudo").seen()).contains("Smiles", "Azul");
    }

    @Test
    void saysWhenTheNextIsLikelyIfNothingIsOpen() {
        new Forecasts(house.database()).save(List.of(Foretold.of("smiles", 0.34, 0.62), Foretold.of("azul", 0.1, 0.4)));
        Delivery nothing = scene.asks(ANA, "/promos");

        assertThat(nothing.seen())
                .contains("Nada aberto agora", "Smiles, entre 24/11 e 08/12 (34% de chance em 7 dias)");
        assertThat(nothing.buttons()).containsExactly("forecast");
        assertThat(scene.asks(ANA, "/promos azul").seen()).contains("Azul Fidelidade, entre");
    }

    @Test
    void tellsOneOfTheListWhole() {
        house.told("2026-11-20", toSmiles());
        Delivery list = scene.asks(ANA, "/promos");

        List<Delivery> whole = scene.press(ANA, list, "promos:i/");

        assertThat(whole).singleElement().satisfies(message -> {
            assertThat(message.seen()).contains("Livelo → Smiles", "60% para você");
            assertThat(message.buttons()).contains("why:" + house.promo(), "mute:smiles", "remind:" + house.promo());
        });
    }

    @Test
    void speaksEnglish() {
        house.told("2026-11-20", toSmiles());

        assertThat(scene.happens(7, Sayings.speaking(Sayings.text(7, "/promos smiles"), "en")))
                .singleElement()
                .satisfies(message -> assertThat(message.seen()).contains("One promo open now", "60% for you"));
    }

    @Test
    void refusesWordsThatSayNothingWithAnExample() {
        assertThat(scene.asks(ANA, "/promos livelu").seen()).contains("livelu", "“livelo”", "/promos livelo smiles 80");
        assertThat(scene.asks(ANA, "/promos <b>😀</b>").seen()).contains("“<b”", "/promos livelo smiles 80");
        assertThat(scene.asks(ANA, "/promos " + "x".repeat(4_000)).seen()).hasSizeLessThan(300);
        assertThat(scene.asks(ANA, "/promos livelo smiles azul esfera itau bradesco santander tap iberia")
                        .seen())
                .contains("nomes demais");
    }

    @Test
    void takesAnAnnouncersTitleForText() {
        house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-30", "<b>Não & <i>sim 😀");

        assertThat(scene.asks(ANA, "/promos").seen()).contains("<b>Não & <i>sim 😀");
    }
}
