package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

/** One person from the first word to the last, with the bot and {@code milesbot notify} on one database and one Telegram. */
class BotStoryTest {

    private static final long ANA = 7;

    @TempDir
    Path home;

    @Test
    void fromStartToErasure() throws Exception {
        try (Household house = new Household();
                Scene scene = Scene.in(house)) {
            Delivery start = scene.asks(ANA, "/start");
            scene.presses(ANA, start, "start:1 language=pt");
            scene.presses(ANA, start, "start:2 programs~smiles");
            scene.presses(ANA, start, "start:go 3");
            scene.presses(ANA, start, "start:3 tiers~smiles:club");
            scene.press(ANA, start, "start:go 7");

            assertThat(scene.asks(ANA, "/addroute GRU LIS março de 2027 executiva até 90k")
                            .seen())
                    .contains("GRU", "LIS");

            house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30", "Smiles dá <80%>");
            notify(scene, house);
            List<Delivery> got = scene.telegram().deliveries(ANA);
            Delivery alert = got.get(got.size() - 1);
            assertThat(alert.seen()).contains("80%", "Livelo → Smiles", "Smiles dá <80%>", "30/11");

            Delivery why = scene.happens(ANA, Sayings.reply(ANA, alert.messageId(), "/why"))
                    .get(0);
            assertThat(why.seen()).containsIgnoringCase("relevância").contains("60");

            Delivery mute = scene.press(ANA, alert, "mute:").get(0);
            scene.press(ANA, mute, "mute:.smiles 7d");
            assertThat(house.rows("select program from user_program where muted_until > '2026-11-27'"))
                    .containsExactly("smiles");
            house.told("2026-11-21T13:00", "esfera 100 2026-11-21..2026-11-30", "Agora 100%");
            int before = scene.telegram().deliveries(ANA).size();
            notify(scene, house);
            assertThat(scene.telegram().deliveries(ANA)).hasSize(before);

            Delivery file = scene.asks(ANA, "/meusdados");
            JsonNode data = new JsonMapper().readTree(file.file("document"));
            assertThat(data.path("routes").toString()).contains("LIS", "90000");
            assertThat(data.path("alerts").toString()).contains("Smiles dá <80%>");

            Delivery question = scene.asks(ANA, "/apagar_dados");
            assertThat(scene.presses(ANA, question, "ok:").seen()).contains("não guardo mais nada");
            assertThat(house.rows("select count(*) from app_user")).containsExactly("0");
            assertThat(house.rows("select count(*) from alert")).containsExactly("0");
        }
    }

    private void notify(Scene scene, Household house) {
        assertThat(CommandRun.in(home, house.test())
                        .ticking(Instant.parse("2026-11-21T16:30:00Z"))
                        .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                        .with("MILESBOT_TELEGRAM_URL", scene.telegram().url().toString())
                        .run("notify")
                        .exitCode())
                .isZero();
    }
}
