package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.bot.Scene;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.plugin.PluginContexts;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.cli.plugin.PluginLoader;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.plugin.rumours.RumoursFactory;
import org.milesbot.scrapers.extract.PromoExtractor;
import org.milesbot.store.alert.Household;
import org.milesbot.store.db.PluginSchema;

/** The plug-in rumours as a stranger's: from what somebody forwards to the bot, to the thanks that they get. */
class RumoursAtWorkTest {

    private static final long ANA = 7;
    private static final Instant NEXT_NOON = Instant.parse("2026-11-22T15:00:00Z");
    private static final String RUMOUR = "Transfira pontos da Livelo para a Smiles e ganhe 80% de bônus até 30/11";

    @TempDir
    private Path home;

    private final Household house = new Household();

    @BeforeEach
    void install() throws IOException {
        new PluginDirectory(home).install("rumours", PluginDirectory.locationOf(RumoursFactory.class));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Plugins load() {
        PluginContexts contexts = (id, own) -> {
            SettableClock clock = SettableClock.at(Scene.NOON);
            return new TestingPluginContext(own, clock, new CannedFetcher(clock), new PromoExtractor());
        };
        return PluginLoader.load(
                new PluginSettings(home.resolve("plugins"), null, Map.of()),
                List.of(),
                contexts.with((id, migrations) -> Optional.of(PluginSchema.current(house.database(), id, migrations))));
    }

    @Test
    void goesFromAForwardedMessageToTheThanks() {
        house.person(ANA, "");
        try (Plugins plugins = load();
                Scene scene =
                        Scene.in(house, plugins.named("rumours").botCommands().toArray(BotCommand[]::new))) {
            scene.says(ANA, "/rumor");
            assertThat(scene.happens(ANA, Sayings.forwarded(ANA, RUMOUR)))
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.seen()).contains("em quarentena", "Smiles: 80%"));
            assertThat(scene.asks(ANA, "/rumores").seen()).contains("em quarentena");
        }
        assertThat(house.rows("select count(*)::text from sighting")).containsExactly("0");
        house.told("2026-11-22T11:00", "livelo 80/60 ..2026-11-30", "Smiles dá 80%");

        try (BotApiServer telegram = BotApiServer.start()) {
            assertWell(run(telegram, "dedupe"));
            assertWell(run(telegram, "notify"));
            assertWell(run(telegram, "notify"));

            assertThat(telegram.deliveries(ANA))
                    .filteredOn(message -> message.seen().contains("Você acertou"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.seen()).contains("Smiles: 80%", "23 h antes"));
        }
        assertThat(run(null, "--lang", "en", "rumours", "list").out())
                .startsWith("1\t2026-11-21\tconfirmed\t7\tSmiles: 80%");
    }

    @Test
    void readsTheInboxAfterAScrape() throws IOException {
        Path inbox = Files.createDirectories(home.resolve("rumores"));
        Files.writeString(inbox.resolve("grupo.txt"), "[21/11/2026 11:00] Bia: " + RUMOUR);

        Ended ended = CommandRun.in(home, house.test())
                .at(Scene.NOON)
                .with("MILESBOT_PLUGIN_RUMOURS_INBOX", inbox.toString())
                .run("scrape", "--plugin", "rumours");

        assertWell(ended);
        assertThat(inbox.resolve("done/20261121-120000-grupo.txt")).exists();
        assertThat(house.rows("select concat_ws(' ', way, chat_id, state, words) from plugin_rumours.rumour"))
                .containsExactly("inbox quarantined " + RUMOUR);
        assertThat(house.rows("select count(*)::text from promo")).containsExactly("0");
    }

    private Ended run(@Nullable BotApiServer telegram, String... words) {
        CommandRun run = CommandRun.in(home, house.test()).ticking(NEXT_NOON);
        if (telegram != null) {
            run.with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                    .with("MILESBOT_TELEGRAM_URL", telegram.url().toString());
        }
        return run.run(words);
    }

    private static void assertWell(Ended ended) {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
}
