package org.milesbot.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.cli.plugin.PluginLoader;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.cli.plugin.TimeLimits;

/** Strangers' plug-ins, which misbehave for some people. */
class PluginGuestsTest {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final TimeLimits LIMITS = new TimeLimits(AMPLE, AMPLE, Duration.ofMillis(500));
    private static final Promo PROMO =
            Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles")).build();
    private static final Message MESSAGE = new Message("text ", List.of(), false, null);

    private static final String DECORATORS = """
            static Message add(Message message, String more) { return message.withHtml(message.html() + more); }
            public List<MessageDecorator> decorators() {
                return List.of(
                    (message, promo, recipient) -> {
                        if (recipient.chatId() == 1) { throw new StackOverflowError(); }
                        return add(message, "A");
                    },
                    (message, promo, recipient) -> {
                        if (recipient.chatId() == 2) { %s }
                        return add(message, "B");
                    },
                    (message, promo, recipient) -> recipient.chatId() == 3 ? null : add(message, "C"),
                    (message, promo, recipient) -> recipient.chatId() == 4 ? add(message, "D".repeat(99999)) : message);
            }
            """.formatted(PluginDirectory.LOOP);

    private static final String FILTERS = """
            public List<AudienceFilter> audience() {
                return List.of(
                    (promo, recipient) -> {
                        if (recipient.chatId() == 1) { throw new java.io.IOException("no idea"); }
                        return recipient.chatId() == 2 ? null : Optional.empty();
                    },
                    (promo, recipient) ->
                        recipient.chatId() < 7 ? Optional.empty() : Optional.of("not " + promo.program()));
            }
            """;

    private static final String CHANNELS = """
            public List<Channel> channels() { return List.of(channel("pigeon", %1$d), channel("%2$s", %1$d)); }
            static Channel channel(String id, long number) {
                return new Channel() {
                    public String id() { return id; }
                    public Receipt send(Recipient recipient, Message message) {
                        if (recipient.chatId() == 1) { throw new IllegalStateException("rain"); }
                        return recipient.chatId() == 2 ? new Receipt.Gone(null) : new Receipt.Sent(number);
                    }
                };
            }
            """;

    private final List<String> faults = new ArrayList<>();

    @TempDir
    private Path temporary;

    private Plugins plugins(Map<String, String> membersById) throws IOException {
        PluginDirectory directory = new PluginDirectory(temporary);
        for (Map.Entry<String, String> each : membersById.entrySet()) {
            directory.add(each.getKey(), each.getKey(), each.getValue());
        }
        TestingPluginContext context = TestingPluginContext.at(SettableClock.at(Instant.EPOCH));
        return PluginLoader.load(
                new PluginSettings(directory.path(), null, Map.of()), List.of(), (id, own) -> context, LIMITS);
    }

    private static Recipient chat(long number) {
        return new Recipient(number, number, Locale.ENGLISH, Set.of());
    }

    @Test
    void goesOnWithoutADecoratorThatFailsOrDoesNotComeBack() throws IOException {
        try (Plugins plugins = plugins(Map.of("stranger", DECORATORS))) {
            Guests guests = new PluginGuests(plugins.enabled(), faults::add);

            assertThat(decorated(guests, 9)).isEqualTo("text ABC");
            assertThat(decorated(guests, 1)).isEqualTo("text BC");
            assertThat(decorated(guests, 3)).isEqualTo("text AB");
            assertThat(decorated(guests, 4)).isEqualTo("text ABC");
            assertThat(decorated(guests, 2)).isEqualTo("text AC");
            assertThat(decorated(guests, 9)).as("it is not asked again").isEqualTo("text AC");
            assertThat(faults).hasSizeGreaterThanOrEqualTo(4).containsOnly("stranger");
        }
    }

    private static String decorated(Guests guests, long chat) {
        return guests.decorated(MESSAGE, PROMO, chat(chat)).html();
    }

    @Test
    void holdsBackWithTheFirstReasonThatIsSaidAndNotForAFailure() throws IOException {
        try (Plugins plugins = plugins(Map.of("stranger", FILTERS))) {
            Guests guests = new PluginGuests(plugins.enabled(), faults::add);

            assertThat(guests.heldBack(PROMO, chat(7))).contains("not smiles");
            for (long chat : List.of(1L, 2L, 3L)) {
                assertThat(guests.heldBack(PROMO, chat(chat))).isEmpty();
            }
            assertThat(faults).containsExactly("stranger", "stranger");
        }
    }

    @Test
    void usesTheFirstOfTwoChannelsOfOneNameAndNoneInsteadOfTelegram() throws IOException {
        try (Plugins plugins = plugins(Map.of(
                "alpha", CHANNELS.formatted(1, "telegram"),
                "beta", CHANNELS.formatted(2, "drum"),
                "gamma", CHANNELS.formatted(3, "E-Mail")))) {
            Guests guests = new PluginGuests(plugins.enabled(), faults::add);

            assertThat(guests.send("pigeon", chat(9), MESSAGE)).contains(new Receipt.Sent(1));
            assertThat(guests.send("drum", chat(9), MESSAGE)).contains(new Receipt.Sent(2));
            assertThat(guests.send("telegram", chat(9), MESSAGE)).isEmpty();
            assertThat(guests.send("E-Mail", chat(9), MESSAGE)).isEmpty();
            for (long chat : List.of(1L, 2L)) {
                assertThat(guests.send("pigeon", chat(chat), MESSAGE)).containsInstanceOf(Receipt.Unreachable.class);
            }
        }
    }
}
