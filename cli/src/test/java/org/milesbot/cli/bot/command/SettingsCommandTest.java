package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class SettingsCommandTest {

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);
    private long ana = 1;

    /** Somebody else each time, so that nobody asks too often. */
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
        return scene.presses(ana, message, "settings:" + data);
    }

    private Delivery back(Delivery message) {
        scene.happens(ana, Sayings.pressed(ana, message.messageId(), "settings:"));
        return scene.telegram().shown(message.messageId());
    }

    @Test
    void showsEverySettingAndOpensItsPageInTheSameMessage() {
        Delivery settings = scene.asks(ana, "/settings");

        assertThat(settings.seen())
                .contains("Programas: Todos", "As boas (nota 60 ou mais)", "Tipos: Bônus de transferência")
                .contains("Prorrogada 🔕", "Avisos na hora", "A qualquer hora", "Idioma: Português");
        for (SettingPage page : SettingPage.values()) {
            Delivery shown = press(settings, page.slug());
            assertThat(shown.labels())
                    .as(page.slug())
                    .hasSizeGreaterThan(2)
                    .last()
                    .isEqualTo("⬅️ Voltar");
            assertThat(back(settings).seen()).contains("Suas configurações");
        }
        assertThat(scene.telegram().deliveries(ana)).hasSize(1);
    }

    @Test
    void putsProgrammesIntoTheListAndTakesThemOut() {
        Delivery settings = scene.asks(ana, "/settings");
        press(settings, "programs");

        assertThat(press(settings, "programs programs~smiles").labels()).contains("Todos", "✅ Smiles");
        assertThat(press(settings, "programs programs~azul").seen()).contains("programs=azul,smiles");
        press(settings, "programs programs~smiles");
        assertThat(press(settings, "programs programs~azul").labels()).contains("✅ Todos", "Smiles");
    }

    @Test
    void goesRoundTheLevelsOfAnAlert() {
        Delivery settings = scene.asks(ana, "/settings");
        press(settings, "levels");

        assertThat(press(settings, "levels new=silent").labels()).contains("Promoção nova: 🔕 sem som");
        assertThat(press(settings, "levels new=off").labels()).contains("Promoção nova: ✖️ não avisa");
        assertThat(press(settings, "levels new=loud").labels()).contains("Promoção nova: 🔔 com som");
    }

    @Test
    void speaksTheLanguageFromTheMomentItIsChosen() {
        Delivery settings = scene.asks(ana, "/settings");
        press(settings, "language");

        assertThat(press(settings, "language language=en").seen()).contains("Which language do we speak?");
        assertThat(back(settings).seen()).contains("Your settings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "programs  | TAP, Latam Pass, Banco do Brasil | bb,latam_pass,tap",
                "tiers     | clube Smiles, cartão Itaú        | itau:card,smiles:club",
                "threshold | 72                               | nota 72",
                "min_bonus | 85%                              | 85% ou mais",
                "quiet     | das 8 às 22h30                   | quiet=22:30-08:00",
                "zone      | cuiabá                           | America/Cuiaba",
                "digest    | 19:30                            | digest_at=19:30",
            })
    void takesWordsToo(String page, String words, String shown) {
        Delivery settings = scene.asks(ana, "/settings");
        press(settings, page);
        assertThat(press(settings, page + " ?").seen()).contains("Exemplo");

        Delivery after = scene.asks(ana, words);

        assertThat(after.seen()).contains(shown);
        assertThat(after.labels()).last().isEqualTo("⬅️ Voltar");
    }

    @Test
    void asksForWordsAcrossARestart() {
        Delivery settings = scene.asks(ana, "/settings");
        press(settings, "origins");
        press(settings, "origins ?");

        scene.restartAt(Scene.NOON.plusSeconds(600));

        assertThat(scene.asks(ana, "Itaú").seen()).contains("Agora: Itaú", "origins=itau");
    }

    @Test
    void takesAnySettingInWritingAndShowsOne() {
        assertThat(scene.asks(ana, "/settings threshold=70 quiet=22:00-07:00").seen())
                .contains("Feito: threshold=70 quiet=22:00-07:00", "nota 70", "Das 7h às 22h");
        assertThat(scene.asks(ana, "/settings min_bonus.smiles = 90").seen()).contains("min_bonus.smiles=90");
        assertThat(scene.asks(ana, "/settings urgent on").seen()).contains("urgentes a qualquer hora");
        assertThat(scene.asks(ana, "/settings threshold").seen()).contains("threshold=70");
        assertThat(scene.asks(ana, "/ajustes programs=nova_milha").seen()).contains("ℹ️ \"nova_milha\" é um nome novo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold=900        | nota de 0 a 100, por exemplo 70",
                "treshold=70          | você quis dizer threshold?",
                "zone=Marte           | America/Manaus",
                "quiet=22             | 22:00-07:00",
                "<b>                  | não é uma configuração; o certo é CHAVE=VALOR, por exemplo threshold=70",
                "threshold=70 ai=quem | on ou off",
            })
    void saysWhatARightOneLooksLikeAndChangesNothing(String words, String sentence) {
        assertThat(scene.asks(ana, "/settings " + words).seen())
                .startsWith("⚠️")
                .contains(sentence);
        assertThat(house.rows("select threshold from user_config")).containsExactly("60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"programs programs~<b>", "programs x~y", "threshold ~", "nada", "threshold threshold=", "mute ="
            })
    void survivesButtonsThatNobodyOffered(String data) {
        Delivery settings = scene.asks(ana, "/settings");

        scene.happens(ana, Sayings.pressed(ana, settings.messageId(), "settings:" + data));

        assertThat(scene.asks(ana, "/settings").seen()).contains("Programas: Todos", "nota 60");
    }

    @Test
    void survivesLongWords() {
        assertThat(scene.asks(ana, "/settings " + "😀<i>".repeat(700)).seen()).startsWith("⚠️");
        assertThat(scene.asks(ana, "/settings programs=" + "a,".repeat(1_500) + "b")
                        .seen())
                .startsWith("⚠️");
    }
}
