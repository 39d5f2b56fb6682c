package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
class OperatorCommandsTest {

    private static final long OPERATOR = Scene.OPERATOR;

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);

    @AfterEach
    void clear() {
        scene.settle();
        house.clear();
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/sources", "/users", "/users 1", "/broadcast oi", "/dead", "/fontes"})
    void areNobodyElses(String command) {
        house.person(7, "");

        assertThat(scene.asks(7, command).seen()).contains("Não conheço " + command.replaceAll(" .*", ""));
        assertThat(house.rows("select count(*) from broadcast")).containsExactly("0");
    }

    @Test
    void stayTheirsWhenAButtonIsPressed() {
        house.person(7, "");
        Delivery message = scene.asks(7, "/help");

        scene.happens(7, Sayings.pressed(7, message.messageId(), "dead:retry"));

        assertThat(scene.notices()).last().asString().contains("antigo");
    }

    @Test
    void statusShowsHowItDoes() {
        house.person(7, "");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        house.run("insert into run (job, started_at, ended_at, outcome, error) values "
                + "('scrape', '2026-11-21 14:55Z', '2026-11-21 14:56Z', 'failed', 'no <way>'), "
                + "('notify', '2026-11-21 12:00Z', null, null, null)");

        String seen = scene.asks(OPERATOR, "/status").seen();

        assertThat(seen)
                .contains(
                        "2 pessoas",
                        "1 promoção aberta",
                        "0 na fila",
                        "nenhuma fonte com problema",
                        "scrape há 5 min, failed: no <way>",
                        "notify há 3 h, sem fim anotado");
    }

    @Test
    void sourcesShowsThoseInTrouble() {
        house.run(
                "insert into source_state (plugin, source, outcome, visited_at, last_success, failures, next_check, trouble) "
                        + "values ('blogs', 'blog:passageiro', 'blocked', '2026-11-21 14:00Z', '2026-11-19 10:00Z', 7, now(), 'failing'), "
                        + "('blogs', 'blog:melhores', 'fetched', '2026-11-21 14:00Z', '2026-11-21 14:00Z', 0, now(), null)");

        assertThat(scene.asks(OPERATOR, "/sources").seen())
                .contains(
                        "2 fontes, 1 sem problema",
                        "blog:passageiro: 7 falhas seguidas (blocked), último acerto há 2 dias")
                .doesNotContain("blog:melhores");
    }

    @Test
    void usersShowsOne() {
        house.person(7, "threshold = 85, tiers = '{smiles:club}'");

        assertThat(scene.asks(OPERATOR, "/users").seen()).contains("2 pessoas");
        assertThat(scene.asks(OPERATOR, "/users 7").seen()).contains("threshold 85", "tiers smiles:club");
        for (String wrong : List.of("8", "ana", "9999999999999999999", "1; drop table app_user")) {
            assertThat(scene.asks(OPERATOR, "/users " + wrong).seen()).contains("Exemplo: /users 123456789");
        }
    }

    @Test
    void broadcastsWhatWasSeenAndConfirmed() {
        house.person(7, "");
        house.person(8, "quiet_from = '11:00', quiet_to = '13:00'");
        house.person(9, "");
        house.run("update app_user set disabled_at = now(), disabled_why = 'gone' where telegram_id = 9");
        Delivery ask = scene.asks(OPERATOR, "/broadcast");
        assertThat(ask.seen()).contains("Escreva o aviso");

        Delivery question = scene.asks(OPERATOR, "Olá <todos>!\n\nAmanhã & depois");
        assertThat(question.seen()).contains("Enviar a 3 pessoas?", "Olá <todos>!", "Amanhã & depois");
        assertThat(house.alerts()).isEmpty();

        assertThat(scene.presses(OPERATOR, question, "ok:").seen()).contains("A caminho de 3 pessoas");
        assertThat(house.rows("select concat_ws(' ', telegram_id, reason, state, due_at > alert.created_at) from alert "
                        + "join app_user on app_user.id = user_id order by telegram_id"))
                .containsExactly("7 broadcast due f", "8 broadcast due t", "99 broadcast due f");
    }

    @Test
    void broadcastsNothingThatIsTooLong() {
        assertThat(scene.asks(OPERATOR, "/broadcast " + "x".repeat(3_001)).seen())
                .contains("3.001", "3.000");
    }

    @Test
    void bringsDeadLettersBack() {
        house.person(7, "");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30", "Smiles <b>");
        house.match("2026-11-21");
        house.run("update alert set state = 'dead', ended_at = '2026-11-21 14:00Z', note = '400 Bad Request: <x>'");

        Delivery list = scene.asks(OPERATOR, "/dead");
        assertThat(list.seen()).contains("Smiles <b>, há 1 h: 400 Bad Request: <x>");
        assertThat(scene.presses(OPERATOR, list, "dead:retry").seen()).contains("Devolver todos");
        assertThat(scene.presses(OPERATOR, list, "ok:").seen()).contains("1 alerta voltou");
        assertThat(house.rows("select state from alert")).containsExactly("due");
        assertThat(scene.asks(OPERATOR, "/dead").seen()).contains("Nenhum alerta recusado");
    }
}
