package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class DataCommandsTest {

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

    @Test
    void sendsAllThatIsKeptAsAFile() throws Exception {
        house.person(7, "threshold = 85");
        house.person(8, "threshold = 11");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30", "Smiles <b> ção");
        house.match("2026-11-21");

        Delivery file = scene.asks(7, "/meusdados");

        assertThat(file.seen()).contains("tudo o que guardo sobre você");
        assertThat(file.request().path("document").path("name").asText()).isEqualTo("milesbot.json");
        JsonNode data = new JsonMapper().readTree(file.file("document"));
        assertThat(data.path("telegram_id").asLong()).isEqualTo(7);
        assertThat(data.path("settings").get(0).path("threshold").asInt()).isEqualTo(85);
        assertThat(data.toString()).doesNotContain("\"threshold\":11");
    }

    @Test
    void packsWhatIsLong() throws Exception {
        long ana = house.person(7, "");
        house.run("insert into alert (user_id, created_at, due_at, loud, urgent, state, reason, detail) " + "select "
                + ana + ", now(), now(), true, false, 'sent', 'created', 'x' || n from generate_series(1, 10000) n");

        Delivery file = scene.asks(7, "/mydata");

        assertThat(file.request().path("document").path("name").asText()).isEqualTo("milesbot.json.gz");
        JsonNode data = new JsonMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(file.file("document"))));
        assertThat(data.path("alerts")).hasSize(10_000);
    }

    @Test
    void erasesAllAfterAConfirmation() {
        house.person(7, "");
        house.person(8, "");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        house.match("2026-11-21");
        Delivery question = scene.asks(7, "/apagar_dados");
        assertThat(question.seen()).contains("não tem volta");
        assertThat(house.alerts()).isNotEmpty();

        assertThat(scene.presses(7, question, "ok:").seen()).contains("não guardo mais nada");

        assertThat(house.rows("select telegram_id from app_user")).containsExactly("8");
        assertThat(house.rows("select user_id from user_config").size()).isEqualTo(1);
        assertThat(house.rows("select chat_id from bot_update union all select chat_id from conversation "
                        + "union all select chat_id from bot_proposal"))
                .isEmpty();
        assertThat(scene.asks(7, "/help").seen()).contains("O que eu sei fazer");
    }

    @Test
    void erasesNothingThatIsCancelled() {
        house.person(7, "");
        Delivery question = scene.asks(7, "/erase_data");

        assertThat(scene.presses(7, question, "no:").seen()).contains("nada mudou");

        assertThat(house.rows("select telegram_id from app_user")).containsExactly("7");
    }
}
