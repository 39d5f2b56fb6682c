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
class NotifyHoursCommandTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08 22              | 22:00:00-08:00:00",
                "8h 22h30           | 22:30:00-08:00:00",
                "08:00-22:00        | 22:00:00-08:00:00",
                "das 8h às 22h      | 22:00:00-08:00:00",
                "7h30 até 23h       | 23:00:00-07:30:00",
                "9 24               | 00:00:00-09:00:00",
                "from 9 to 21       | 21:00:00-09:00:00",
            })
    void takesHoursAsPeopleWriteThem(String words, String quiet) {
        assertThat(scene.asks(ana, "/setnotify " + words).seen()).startsWith("🌙 Mando mensagens das");
        assertThat(house.rows("select quiet_from || '-' || quiet_to from user_config"))
                .containsExactly(quiet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "sempre", "00 24"})
    void mayComeAtAnyHour(String words) {
        scene.asks(ana, "/setnotify 08 22");

        assertThat(scene.asks(ana, "/setnotify " + words).seen()).contains("a qualquer hora");
        assertThat(house.rows("select count(quiet_from) from user_config")).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone America/Manaus      | Fuso: Manaus. Aí são 11h",
                "fuso Fernando de Noronha | Fuso: Fernando de Noronha. Aí são 13h",
                "Acre                     | Fuso: Rio Branco. Aí são 10h",
                "zone ms                  | Fuso: America/Campo_Grande. Aí são 11h",
                "zone Europe/Lisbon       | Fuso: Lisboa. Aí são 15h",
            })
    void understandsWhereSomebodyIs(String words, String said) {
        assertThat(scene.asks(ana, "/setnotify " + words).seen()).contains(said);
    }

    @Test
    void offersTheUsualHoursAndZones() {
        Delivery asked = scene.asks(ana, "/setnotify");
        assertThat(asked.labels()).contains("✅ A qualquer hora", "Das 8h às 22h", "🕐 Não é essa hora aí?");

        assertThat(scene.presses(ana, asked, "setnotify:quiet quiet=22:00-08:00")
                        .seen())
                .contains("das 8h às 22h");
        assertThat(scene.presses(ana, asked, "setnotify:zone").labels()).contains("✅ Brasília, São Paulo e Sul");
        assertThat(scene.presses(ana, asked, "setnotify:zone zone=America/Manaus")
                        .seen())
                .contains("das 8h às 22h", "Fuso: Manaus. Aí são 11h");
    }

    @Test
    void asksAgainAfterAWrongAnswer() {
        Delivery asked = scene.asks(ana, "/setnotify");
        scene.presses(ana, asked, "setnotify:quiet ?");

        assertThat(scene.asks(ana, "99 100").seen()).startsWith("⚠️").contains("/setnotify 08 22");
        assertThat(scene.asks(ana, "10 20").seen()).contains("das 10h às 20h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25 26     | \"25 26\" não é um horário",
                "08        | por exemplo, /setnotify 08 22",
                "08 08     | começam e terminam juntas",
                "zone Lua  | uma cidade ou um estado do Brasil",
                "<b>x</b>  | \"<b>x</b>\" não serve para zone",
            })
    void saysWhatARightOneLooksLike(String words, String sentence) {
        assertThat(scene.asks(ana, "/setnotify " + words).seen())
                .startsWith("⚠️")
                .contains(sentence);
        assertThat(house.rows("select count(quiet_from) from user_config")).containsExactly("0");
    }

    @Test
    void survivesLongWords() {
        assertThat(scene.asks(ana, "/setnotify 8" + " ".repeat(3_900) + "x").seen())
                .startsWith("⚠️");
    }

    @Test
    void saysWhoReadsFreeTextBeforeItIsSwitchedOn() {
        Delivery asked = scene.asks(ana, "/toggle_ai");
        assertThat(asked.seen()).contains("modelo de linguagem de outra empresa", "Agora: Desligado");

        assertThat(scene.presses(ana, asked, "toggle_ai: ai=on").seen()).contains("Agora: Ligado");
        assertThat(scene.asks(ana, "/toggle_ai off").seen()).contains("Agora: Desligado");
        assertThat(scene.asks(ana, "/ia sim").seen()).contains("Agora: Ligado");
        assertThat(scene.asks(ana, "/toggle_ai talvez").seen()).startsWith("⚠️").contains("on ou off");
        assertThat(scene.happens(ana + 1_000, Sayings.speaking(Sayings.text(ana + 1_000, "/toggle_ai on"), "en")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.seen()).contains("Now: On"));
    }
}
