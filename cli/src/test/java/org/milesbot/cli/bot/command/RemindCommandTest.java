package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class RemindCommandTest {

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);
    private long ana = 1;

    @AfterEach
    void clear() {
        house.clear();
        ana++;
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    private String pressedBelowAnAlert(UUID promo) {
        scene.happens(ana, Sayings.pressed(ana, 1, "remind:" + promo));
        List<String> notices = scene.notices();
        return notices.get(notices.size() - 1);
    }

    private List<String> reminders() {
        return house.rows("select promo_id::text from user_reminder");
    }

    @Test
    void setsAReminderAndTakesItBack() {
        house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-30");

        assertThat(pressedBelowAnAlert(house.promo()))
                .isEqualTo("⏰ Combinado: lembro você no último dia, seg., 30/11.");
        assertThat(reminders()).containsExactly(house.promo().toString());
        assertThat(scene.telegram().deliveries(ana)).isEmpty();

        assertThat(pressedBelowAnAlert(house.promo())).isEqualTo("Está bem, não lembro mais.");
        assertThat(reminders()).isEmpty();
    }

    @Test
    void saysWhyThereIsNothingToBeRemindedOf() {
        house.told("2026-11-10", "livelo 80 2026-11-10..2026-11-20");
        assertThat(pressedBelowAnAlert(house.promo())).isEqualTo("Essa promoção já acabou.");
        house.clear();
        house.told("2026-11-20", "livelo 80 2026-11-20..2026-11-21");
        assertThat(pressedBelowAnAlert(house.promo())).startsWith("Hoje já é o último dia");
        house.clear();
        house.told("2026-11-20", "livelo 80 2026-11-20..");
        assertThat(pressedBelowAnAlert(house.promo())).contains("não diz quando essa promoção acaba");
        assertThat(pressedBelowAnAlert(UUID.randomUUID())).isEqualTo("Não encontro mais essa promoção.");
        assertThat(reminders()).isEmpty();
    }

    @Test
    void knowsTheAlertThatIsAnswered() {
        scene.asks(ana, "/promos");
        house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-30");
        house.run("""
                insert into alert (user_id, promo_id, created_at, due_at, message_id, loud, urgent, state, reason)
                select app_user.id, promo.id, now(), now(), 77, true, false, 'sent', 'created'
                from app_user, promo
                """);

        assertThat(scene.happens(ana, Sayings.reply(ana, 77, "/remind")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.seen()).contains("lembro você no último dia, seg., 30/11"));
        assertThat(scene.happens(ana, Sayings.reply(ana, 78, "/remind")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.seen()).contains("De qual promoção"));
    }

    @Test
    void offersWhatIsOpenWithAKnownEnd() {
        house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-30");
        house.told("2026-11-20", "itau 30 2026-11-20..");

        Delivery list = scene.asks(ana, "/lembrar");
        assertThat(list.labels()).containsExactly("80% de bônus: Livelo → Smiles, até seg., 30/11");

        assertThat(scene.presses(ana, list, "remind:.").labels())
                .containsExactly("✅ 80% de bônus: Livelo → Smiles, até seg., 30/11");
        assertThat(reminders()).hasSize(1);
        assertThat(scene.presses(ana, list, "remind:.").labels()).noneMatch(label -> label.startsWith("✅"));
        assertThat(scene.asks(ana, "/remind azul").seen()).contains("Nada aberto agora");
        assertThat(scene.asks(ana, "/remind <b>").seen()).startsWith("⚠️");
        assertThat(scene.asks(ana, "/remind " + "😀 ".repeat(1_300)).seen()).startsWith("⚠️");
    }

    @Test
    void speaksEnglish() {
        assertThat(scene.happens(ana, Sayings.speaking(Sayings.text(ana, "/remind"), "en")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.seen()).contains("Nothing is open now whose end is known"));
    }
}
