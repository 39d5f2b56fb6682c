package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class MuteCommandTest {

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

    private List<String> muted() {
        return house.rows("""
                select program || ' ' || to_char(muted_until at time zone 'America/Sao_Paulo', 'YYYY-MM-DD')
                from user_program
                order by program
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smiles 7d             | smiles 2026-11-28",
                "Smiles por 7 dias     | smiles 2026-11-28",
                "latam pass 2 semanas  | latam_pass 2026-12-05",
                "TAP Miles&Go 1 mês    | tap 2026-12-21",
                "livelo até 25/12      | livelo 2026-12-25",
                "livelo 05/01          | livelo 2027-01-05",
                "azul 2027-02-01       | azul 2027-02-01",
                "Latam                 | ",
            })
    void takesAProgrammeAndASpan(String words, String kept) {
        Delivery answer = scene.asks(ana, "/mute " + words);

        assertThat(muted()).isEqualTo(kept == null ? List.of() : List.of(kept));
        assertThat(answer.seen()).startsWith("🔇").contains(kept == null ? "por quanto tempo" : "em silêncio até");
    }

    @Test
    void leavesTheAlertAndAsksBelowIt() {
        Delivery alert = scene.asks(ana, "/help");

        List<Delivery> asked = scene.happens(ana, Sayings.pressed(ana, alert.messageId(), "mute:smiles"));

        assertThat(scene.telegram().shown(alert.messageId()).seen()).isEqualTo(alert.seen());
        assertThat(asked)
                .singleElement()
                .satisfies(message -> assertThat(message.labels())
                        .containsExactly("1 dia", "7 dias", "30 dias", "🔔 Avisar de Smiles", "⬅️ Todos os programas"));
        assertThat(scene.presses(ana, asked.get(0), "mute:.smiles 1d").seen())
                .isEqualTo("🔇 Smiles em silêncio até amanhã, dom., 22/11, 12h.");
        assertThat(muted()).containsExactly("smiles 2026-11-22");
        assertThat(scene.presses(ana, asked.get(0), "mute:.smiles off").seen()).contains("Volto a avisar de Smiles");
        assertThat(muted()).isEmpty();
    }

    @Test
    void listsWhatIsSilentAndOffersWhatIsFollowed() {
        scene.asks(ana, "/settings programs=smiles,azul");
        scene.asks(ana, "/mute livelo 30d");

        Delivery list = scene.asks(ana, "/mute");

        assertThat(list.seen()).contains("Livelo: até seg., 21/12");
        assertThat(list.labels()).containsExactly("Azul Fidelidade", "Smiles", "Livelo");
        assertThat(scene.presses(ana, list, "mute:.smiles").labels()).contains("7 dias");
        assertThat(scene.asks(ana, "/mute livelo off").seen()).contains("Volto a avisar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xyzzyx 7d            | por exemplo /mute smiles 7d",
                "smilis 7d            | você quis dizer smiles?",
                "smiles 7x            | um prazo (12h, 7d, 2w)",
                "smiles 2020-01-01    | um momento que ainda virá",
                "smiles 31/02         | um prazo (12h, 7d, 2w)",
                "<b>                  | \"<b>\"",
            })
    void saysWhatARightOneLooksLike(String words, String sentence) {
        assertThat(scene.asks(ana, "/mute " + words).seen()).startsWith("⚠️").contains(sentence);
        assertThat(muted()).isEmpty();
    }

    @Test
    void survivesLongWordsAndStrangeButtons() {
        assertThat(scene.asks(ana, "/mute " + "😀 ".repeat(1_300)).seen()).startsWith("⚠️");
        scene.happens(ana, Sayings.pressed(ana, 1, "mute:.<b> 7d"));
        scene.happens(ana, Sayings.pressed(ana, 1, "mute:<b>"));
        assertThat(muted()).isEmpty();
    }

    @Test
    void speaksEnglish() {
        assertThat(scene.happens(ana, Sayings.speaking(Sayings.text(ana, "/mute smiles 7 days"), "en")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.seen()).isEqualTo("🔇 Smiles is silent until Sat 28 Nov."));
    }
}
