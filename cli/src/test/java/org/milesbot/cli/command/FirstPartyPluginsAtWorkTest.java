package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.bot.Scene;
import org.milesbot.cli.bot.command.Foretold;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.plugin.PluginContexts;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.cli.plugin.PluginLoader;
import org.milesbot.cli.plugin.PluginStores;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.ChatAnswer;
import org.milesbot.notify.testing.ChatServer;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.plugin.wallet.WalletFactory;
import org.milesbot.plugin.weekly.WeeklyFactory;
import org.milesbot.store.alert.Household;
import org.milesbot.store.db.PluginSchema;
import org.milesbot.store.forecast.Forecasts;

/** The wallet and the weekly digest from the command line to the chat. */
class FirstPartyPluginsAtWorkTest {

    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T21:00:30Z");

    @TempDir
    private Path home;

    private final Household house = new Household();
    private final BotApiServer telegram = BotApiServer.start();
    private final ChatServer model = ChatServer.start();

    @BeforeEach
    void install() throws IOException {
        PluginDirectory directory = new PluginDirectory(home);
        Path wallet = directory.install("wallet", PluginDirectory.locationOf(WalletFactory.class));
        Files.copy(PluginDirectory.locationOf(CsvReader.class), wallet.resolve("fastcsv.jar"));
        directory.install("weekly", PluginDirectory.locationOf(WeeklyFactory.class));
    }

    @AfterEach
    void close() {
        model.close();
        telegram.close();
        house.close();
    }

    private Ended run(Instant at, String... words) {
        return CommandRun.in(home, house.test())
                .ticking(at)
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                .with("OPENAI_API_KEY", ChatServer.KEY)
                .with("MILESBOT_AI_URL", model.url().toString())
                .with("MILESBOT_AI_MODEL", ChatServer.MODEL)
                .run(words);
    }

    private List<String> told(long chat) {
        return telegram.deliveries().stream()
                .filter(delivery -> delivery.chatId() == chat)
                .map(delivery -> delivery.seen())
                .toList();
    }

    @Test
    void warnsOfPointsThatExpire() throws IOException {
        house.person(7, "");
        Path file = Files.writeString(
                home.resolve("saldos.csv"), "programa;pontos;vence\nlivelo;42.300;\nlivelo;5 mil;20/12/2026\n");

        Ended imported = run(NOON, "wallet", "import", file.toString(), "--chat", "7");
        Ended first = run(NOON, "notify");
        Ended second = run(NOON.plusSeconds(60), "notify");

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("2 linhas importadas, de 1 pessoa.");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(told(7))
                .singleElement()
                .asString()
                .contains("Pontos vencem em 20/12/2026 (em 29 dias)", "Livelo: 5.000");
        assertThat(house.rows("select key from plugin_note")).containsExactly("livelo:2026-12-20:30");
    }

    @Test
    void talkInTheBot() throws Exception {
        PluginContexts contexts = (id, own) -> TestingPluginContext.at(SettableClock.at(NOON));
        PluginStores stores = (id, migrations) -> Optional.of(PluginSchema.current(house.database(), id, migrations));
        PluginSettings settings = new PluginSettings(home.resolve("plugins"), null, Map.of());
        try (Plugins plugins = PluginLoader.load(settings, List.of(), contexts.with(stores));
                Scene scene = Scene.in(
                        house,
                        plugins.named("wallet").botCommands().get(0),
                        plugins.named("weekly").botCommands().get(0))) {
            scene.asks(7, "/start");

            Delivery empty = scene.asks(7, "/carteira");
            Delivery wrong = scene.asks(7, "/carteira livello 42.300");
            scene.asks(7, "/carteira livelo 42.300");
            Delivery sure = scene.asks(7, "/carteira apagar tudo");
            Delivery gone = scene.presses(7, sure, "ok:");
            Delivery off = scene.asks(7, "/semanal");
            Delivery on = scene.presses(7, off, "semanal:on");

            assertThat(empty.seen()).contains("Sua carteira está vazia");
            assertThat(wrong.seen()).contains("você quis dizer Livelo?");
            assertThat(gone.seen()).contains("Sua carteira foi apagada");
            assertThat(on.seen()).contains("Resumo semanal ligado: sexta-feira, 18h");
            assertThat(house.rows("select weekday || ' ' || hour from plugin_weekly.subscription"))
                    .containsExactly("5 18");
        }
    }

    @Test
    void sendsTheWeekOfWhoWantsIt() {
        house.person(7, "threshold = 100, ai = true");
        house.person(8, "");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30", "Smiles dá 80% <hoje>");
        run(NOON, "notify");
        run(NOON, "dedupe");
        new Forecasts(house.database()).save(List.of(Foretold.of("azul", 0.354, 0.8)));
        Ended forecast = run(NOON, "forecast");
        house.run("""
                insert into plugin_weekly.subscription (chat_id, language, weekday, hour, since)
                values (7, 'pt-BR', 5, 18, '2026-11-21'), (8, 'en', 5, 18, '2026-11-21')""");
        int alerts = told(8).size();
        model.next(new ChatAnswer.Says("Semana animada: 1 campanha passou, e o Azul vem aí."));

        Ended sent = run(FRIDAY, "notify");
        Ended again = run(FRIDAY.plusSeconds(60), "notify");

        assertThat(forecast.exitCode()).as(forecast.err()).isZero();
        assertThat(sent.exitCode()).as(sent.err()).isZero();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(alerts).isPositive();
        assertThat(told(7))
                .singleElement()
                .asString()
                .contains("Semana animada: 1 campanha passou", "Smiles dá 80% <hoje>", "até 30/11")
                .contains("Azul: 35% de chance em 7 dias, 80% em 30; bônus típico de 80%");
        assertThat(told(8)).hasSize(alerts + 1);
        assertThat(told(8).get(alerts))
                .contains("You were told of all bonuses of this week", "Azul: a chance of 35%")
                .doesNotContain("Semana animada", "Smiles dá");
        assertThat(model.seen()).hasSize(1);
        assertThat(house.rows("select concat_ws(' ', calls, tokens_in, tokens_out, reserved) from llm_usage"))
                .containsExactly("1 1200 34 0");
        assertThat(run(FRIDAY, "weekly", "preview", "8").out()).contains("Sua semana em milhas", "Azul: 35%");
    }
}
