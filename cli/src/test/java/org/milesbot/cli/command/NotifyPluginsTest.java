package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.store.alert.Household;

/** A plug-in that has something to do with messages, as its user runs it. */
class NotifyPluginsTest {

    private static final String STRANGER = """
            public List<MessageDecorator> decorators() {
                return List.of((message, promo, recipient) ->
                    message.withHtml(message.html() + "\\n<i>" + promo.program() + " &amp; co.</i>"));
            }
            public List<AudienceFilter> audience() {
                return List.of((promo, recipient) ->
                    recipient.tiers().contains("azul:club") ? Optional.of("they have enough points") : Optional.empty());
            }
            public List<Channel> channels() {
                return List.of(new Channel() {
                    public String id() { return "pigeon"; }
                    public Receipt send(Recipient recipient, Message message) {
                        return message.html().contains("&amp; co.")
                            ? new Receipt.Sent(7_000 + recipient.chatId())
                            : new Receipt.Refused("not decorated");
                    }
                });
            }
            """;

    @TempDir
    private Path home;

    @Test
    void changesHoldsBackAndCarriesMessages() throws IOException {
        new PluginDirectory(home).add("stranger", "stranger", STRANGER);
        try (Household house = new Household();
                BotApiServer telegram = BotApiServer.start()) {
            house.person(1, "");
            house.person(2, "channel = 'pigeon'");
            house.person(3, "tiers = '{azul:club}'");
            house.person(4, "channel = 'drum'");
            house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");

            Ended ended = CommandRun.in(home, house.test())
                    .ticking(Instant.parse("2026-11-21T15:00:00Z"))
                    .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                    .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                    .run("notify");

            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.PARTLY_FAILED);
            assertThat(telegram.deliveries()).singleElement().satisfies(message -> {
                assertThat(message.chatId()).isOne();
                assertThat(message.seen()).contains("80%").endsWith("smiles & co.");
            });
            assertThat(house.rows("""
                            select concat_ws(' ', user_id, state, note)
                            from alert
                            order by user_id"""))
                    .containsExactly(
                            "1 sent", "2 sent", "3 expired they have enough points", "4 dead there is no channel drum");
            assertThat(house.rows("select message_id from alert where user_id = 2"))
                    .containsExactly("7002");
        }
    }
}
