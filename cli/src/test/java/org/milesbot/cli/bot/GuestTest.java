package org.milesbot.cli.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.cli.plugin.PluginLoader;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.cli.plugin.TimeLimits;

class GuestTest {

    private static final String COMMANDS = """
            public List<org.milesbot.api.bot.BotCommand> botCommands() {
                return List.of(new org.milesbot.api.bot.BotCommand() {
                    public String name() { return "moeda"; }
                    public String help(java.util.Locale language) { return "cara ou coroa"; }
                    public List<org.milesbot.api.bot.BotReply> answer(org.milesbot.api.bot.BotRequest request) {
                        switch (request.words()) {
                            case "cara": return List.of();
                            case "coroa": throw new IllegalStateException("lost under the sofa");
                            default: throw new org.milesbot.api.MilesbotException(
                                org.milesbot.api.ErrorKind.USAGE, org.milesbot.api.Text.plain("cara ou coroa?"));
                        }
                    }
                });
            }
            """;

    private final List<String> faults = new ArrayList<>();

    @TempDir
    private Path temporary;

    private static BotRequest request(String words) {
        Recipient asker = new Recipient(1, 1, Locale.ENGLISH, Set.of());
        return new BotRequest(asker, words, null, false, false, null, Instant.EPOCH);
    }

    @Test
    void countsItsFaultsAndNotThoseOfPeople() throws Exception {
        try (Plugins plugins = plugins()) {
            Guest guest = new Guest(plugins.named("stranger").botCommands().get(0), faults::add);

            assertThat(guest.answer(request("cara"))).isEmpty();
            assertThatThrownBy(() -> guest.answer(request("dado"))).isInstanceOf(PluginException.class);
            assertThat(faults).isEmpty();
            assertThatThrownBy(() -> guest.answer(request("coroa"))).isInstanceOf(PluginException.class);
            assertThat(faults).containsExactly("stranger");
        }
    }

    private Plugins plugins() throws IOException {
        PluginDirectory directory = new PluginDirectory(temporary);
        directory.add("stranger", "stranger", COMMANDS);
        return PluginLoader.load(
                new PluginSettings(directory.path(), null, Map.of()),
                List.of(),
                (id, own) -> TestingPluginContext.at(SettableClock.at(Instant.EPOCH)),
                new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(10)));
    }
}
