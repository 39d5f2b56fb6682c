package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
class StartCommandTest {

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

    private Delivery press(Delivery message, String data) {
        return scene.presses(ana, message, "start:" + data);
    }

    @Test
    void asksSixThingsInOneMessageAndEndsWithWhatIsOpen() {
        house.told("2026-11-20", "livelo 80 2026-11-20..2026-11-30");
        Delivery start = scene.asks(ana, "/start");
        assertThat(start.seen()).startsWith("👋 Oi!").contains("1 de 6", "Em que idioma");

        assertThat(press(start, "1 language=pt").seen()).startsWith("2 de 6");
        assertThat(press(start, "2 programs~smiles").labels()).contains("✅ Smiles");
        assertThat(press(start, "go 3").seen()).startsWith("3 de 6");
        assertThat(press(start, "3 tiers~smiles:club").labels()).contains("✅ Clube Smiles");
        assertThat(press(start, "go 4").seen()).startsWith("4 de 6").contains("De onde saem os seus pontos");
        assertThat(press(start, "4 origins~livelo").labels()).contains("✅ Livelo");
        assertThat(press(start, "go 5").seen()).startsWith("5 de 6").contains("As boas");
        press(start, "5 kinds~club");
        assertThat(press(start, "5 threshold=0").seen()).contains("Tudo; Clubes em promoção, Bônus de transferência");
        assertThat(press(start, "go 6").seen()).startsWith("6 de 6");
        assertThat(press(start, "6 quiet=22:00-08:00").seen()).contains("Das 8h às 22h");
        List<Delivery> open = scene.press(ana, start, "start:go 7");

        assertThat(scene.telegram().shown(start.messageId()).seen())
                .contains("Pronto!", "Programas: Smiles", "Clube Smiles", "Das 8h às 22h");
        assertThat(open)
                .singleElement()
                .satisfies(promos -> assertThat(promos.seen()).contains("Livelo → Smiles"));
        assertThat(house.rows("select array_to_string(programs || tiers || origins || kinds, ' ') from user_config"))
                .containsExactly("smiles smiles:club livelo club transfer_bonus");
    }

    @Test
    void goesOnWhereItWasDaysLaterAndAfterAnotherCommand() {
        Delivery start = scene.asks(ana, "/start");
        press(start, "go 2");
        press(start, "go 3");
        scene.asks(ana, "/help");

        scene.restartAt(Scene.NOON.plus(Duration.ofDays(5)));

        assertThat(scene.asks(ana, "/start").seen())
                .startsWith("👋 Que bom que você voltou!")
                .contains("3 de 6");
        assertThat(press(start, "go 4").seen()).startsWith("4 de 6");
        scene.restartAt(Scene.NOON);
    }

    @Test
    void takesWordsInTheMiddle() {
        Delivery start = scene.asks(ana, "/start");
        press(start, "go 2");
        assertThat(press(start, "2 ?").seen()).contains("Exemplo: Smiles, TAP");

        scene.restartAt(Scene.NOON.plusSeconds(60));
        assertThat(scene.asks(ana, "Latam").seen()).startsWith("2 de 6").contains("Agora: LATAM Pass");
        scene.restartAt(Scene.NOON);
    }

    @Test
    void canBeSkippedAndAnsweredAgain() {
        Delivery start = scene.asks(ana, "/start");
        scene.press(ana, start, "start:go 7");

        Delivery again = scene.asks(ana, "/start um_link_qualquer");
        assertThat(again.seen()).startsWith("👋 Oi de novo!").contains("Programas: Todos");
        assertThat(press(again, "go 1").seen()).contains("1 de 6");
    }

    @Test
    void speaksEnglishFromTheFirstAnswerOn() {
        Delivery start = scene.asks(ana, "/start");

        assertThat(press(start, "1 language=en").seen())
                .startsWith("2 of 6")
                .contains("In which programmes do you collect points?");
        scene.press(ana, start, "start:go 7");
        assertThat(scene.telegram().shown(start.messageId()).seen()).contains("Done!", "Programmes: All");
    }

    @Test
    void isHeardAgainByWhoeverComesBack() {
        scene.asks(ana, "/start");
        scene.happens(ana, Sayings.membership(ana, "kicked"));
        assertThat(house.rows("select disabled_at is not null from app_user")).containsExactly("t");

        scene.asks(ana, "/start");

        assertThat(house.rows("select disabled_at is not null from app_user")).containsExactly("f");
    }

    @Test
    void survivesButtonsThatNobodyOffered() {
        Delivery start = scene.asks(ana, "/start");
        for (String data : List.of("go", "go 9", "9 x", "1 x~y", "7 threshold=1", "2", "")) {
            scene.happens(ana, Sayings.pressed(ana, start.messageId(), "start:" + data));
        }
        assertThat(scene.asks(ana, "/settings").seen()).contains("nota 60");
    }
}
