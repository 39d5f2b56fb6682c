package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class WhyCommandTest {

    private static final long ANA = 1;
    private static final long OTHER = 2;
    private static final String OFFER = "livelo 80/80 2026-11-20..2026-11-30";

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);

    @BeforeEach
    void clear() {
        house.clear();
        house.person(ANA, "threshold = 20");
        house.person(OTHER, "programs = '{azul}', language = 'en'");
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    /** Ana got an alert as message 777. */
    private void alerted() {
        house.told("2026-11-20", OFFER);
        house.match("2026-11-20T12:01");
        house.run("update alert set state = 'sent', message_id = 777, ended_at = '2026-11-20T15:02:00Z'");
    }

    private String answered(long person, long message) {
        List<Delivery> got = scene.happens(person, Sayings.reply(person, message, "/why"));
        assertThat(got).hasSize(1);
        return got.get(0).seen();
    }

    @Test
    void explainsTheAlertThatIsAnswered() {
        alerted();

        assertThat(answered(ANA, 777))
                .contains("Por que você recebeu este alerta", "80% de bônus: Livelo → Smiles")
                .contains("Relevância", "(o seu mínimo: 20)", "novidade: 40 de 40", "acerto da fonte", " de 10")
                .contains("✓ segue o programa", "✓ a relevância chega ao mínimo pedido")
                .contains("20/11/2026 12:01", "nova", "enviado em 20/11/2026 12:02");
    }

    @Test
    void explainsByTheButtonInAMessageOfItsOwn() {
        alerted();
        Delivery list = scene.asks(ANA, "/why");
        assertThat(list.labels()).containsExactly("80% de bônus: Livelo → Smiles");

        List<Delivery> why = scene.press(ANA, list, "why:1");

        assertThat(why)
                .singleElement()
                .satisfies(message -> assertThat(message.seen()).contains("Relevância"));
        assertThat(scene.telegram().shown(list.messageId()).seen()).contains("De qual alerta");
    }

    @Test
    void tellsNobodyOfAnothersAlert() {
        alerted();

        assertThat(scene.asks(OTHER, "/why 1").seen()).contains("did not find this alert");
        assertThat(answered(OTHER, 777)).contains("You got no alert yet");
    }

    @Test
    void saysWhatHeldAPromoBackThatNobodyWasToldOf() {
        alerted();
        String prefix = house.promo().toString().substring(0, 8);

        assertThat(scene.asks(OTHER, "/why " + prefix).seen())
                .contains("Why you got no alert", "✗ the programme is followed", "✓ the programme is not muted");
    }

    @Test
    void tellsTheScoreOfAPromoThatNobodyWasLookedForYet() {
        house.told("2026-11-20", OFFER);
        String prefix = house.promo().toString().substring(0, 8);

        assertThat(scene.asks(ANA, "/why " + prefix).seen())
                .contains("(o seu mínimo: 20)", "novidade: ", "acerto da fonte: 4 de 10")
                .doesNotContain("ainda não foi calculada");
    }

    @Test
    void asksWhichOfADigestIsMeant() {
        alerted();
        house.told("2026-11-20T13:00", "esfera 50/50 2026-11-20..2026-11-25");
        house.match("2026-11-20T13:01");
        house.run("update alert set state = 'sent', message_id = 777, ended_at = '2026-11-20T16:02:00Z'");

        List<Delivery> got = scene.happens(ANA, Sayings.reply(ANA, 777, "/why"));

        assertThat(got).singleElement().satisfies(message -> {
            assertThat(message.seen()).contains("fala de várias");
            assertThat(message.labels())
                    .containsExactly("80% de bônus: Livelo → Smiles", "50% de bônus: Esfera → Smiles");
            assertThat(message.buttons()).containsExactly("why:1", "why:2");
        });
    }

    @Test
    void saysThatThereIsNoneYet() {
        assertThat(scene.asks(ANA, "/why").seen()).contains("ainda não recebeu nenhum alerta");
    }

    @Test
    void refusesWhatIsNoAlertWithAnExample() {
        assertThat(scene.asks(ANA, "/why <b>porque</b>").seen()).contains("<b>porque</b>", "toque em “Por quê?”");
        assertThat(scene.asks(ANA, "/why " + "😀".repeat(1_500)).seen()).hasSizeLessThan(300);
        assertThat(scene.asks(ANA, "/why 999999999999999999").seen()).contains("Não encontrei");
        assertThat(scene.asks(ANA, "/why deadbeef").seen()).contains("Não encontrei");
    }
}
