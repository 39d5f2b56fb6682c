package org.milesbot.notify.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Fault;

@TestInstance(Lifecycle.PER_CLASS)
final class TelegramChannelTest {

    private static final TelegramCalls.Patience LITTLE =
            new TelegramCalls.Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final TelegramCalls.Patience NONE =
            new TelegramCalls.Patience(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMillis(300));

    private BotApiServer server;
    private TelegramChannel channel;
    private long chat;

    @BeforeAll
    void start() {
        server = BotApiServer.start();
        channel = channel(server.url(), BotApiServer.TOKEN, LITTLE);
    }

    @AfterAll
    void stop() {
        channel.close();
        server.close();
    }

    @BeforeEach
    void takeAnotherChat() {
        chat++;
    }

    private static TelegramChannel channel(URI url, String token, TelegramCalls.Patience patience) {
        return new TelegramChannel(new TelegramSettings(url, token, Duration.ofMillis(1)), patience);
    }

    private Receipt send(Message message) {
        return channel.send(person(), message);
    }

    private Recipient person() {
        return new Recipient(1, chat, Locale.ENGLISH, Set.of());
    }

    private static Message message(String html) {
        return new Message(html, List.of(), false, null);
    }

    @Test
    void sendsHtmlWithButtonsAsAQuietAnswer() {
        Message message = new Message(
                "<b>80%</b> &amp; ação 😀",
                List.of(
                        List.of(Button.opening("Abrir", URI.create("https://example.com/?a=1"))),
                        List.of(Button.telling("Por quê?", "why:1"), Button.telling("Silenciar", "mute:smiles"))),
                true,
                7L);

        Receipt receipt = send(message);

        Delivery got = only();
        assertThat(receipt).isEqualTo(new Receipt.Sent(got.messageId()));
        assertThat(got.seen()).isEqualTo("80% & ação 😀");
        assertThat(got.isSilent()).isTrue();
        assertThat(got.answers()).isEqualTo(7);
        assertThat(got.buttons()).containsExactly("https://example.com/?a=1", "why:1", "mute:smiles");
        JsonNode request = got.request();
        assertThat(request.at("/link_preview_options/is_disabled").asBoolean()).isTrue();
        assertThat(request.at("/reply_parameters/allow_sending_without_reply").asBoolean())
                .isTrue();
        assertThat(request.at("/reply_markup/inline_keyboard/1/1/text").asText())
                .isEqualTo("Silenciar");
    }

    @Test
    void sendsAPlainMessageWithoutAnyOfThat() {
        send(message("hello"));

        assertThat(only().request().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("method", "chat_id", "text", "parse_mode", "link_preview_options");
    }

    private Delivery only() {
        List<Delivery> all = server.deliveries(chat);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new Fault.SlowDown(3), new Receipt.SlowDown(Duration.ofSeconds(3))),
                Arguments.of(new Fault.SlowDown(null), new Receipt.SlowDown(Duration.ofSeconds(5))),
                Arguments.of(Fault.Refusal.blocked(), new Receipt.Gone("403 Forbidden: bot was blocked by the user")),
                Arguments.of(new Fault.Migrated(-100_123), new Receipt.Moved(-100_123)),
                Arguments.of(refusal(400, "chat not found"), new Receipt.Gone("400 Bad Request: chat not found")),
                Arguments.of(
                        refusal(400, "not enough rights to send text messages to the chat"),
                        new Receipt.Gone("400 Bad Request: not enough rights to send text messages to the chat")),
                Arguments.of(refusal(400, "PEER_ID_INVALID"), new Receipt.Gone("400 Bad Request: PEER_ID_INVALID")),
                Arguments.of(
                        refusal(400, "BUTTON_DATA_INVALID"),
                        new Receipt.Refused("400 Bad Request: BUTTON_DATA_INVALID")),
                Arguments.of(new Fault.Refusal(413, "Too Large"), new Receipt.Refused("413 Too Large")),
                Arguments.of(new Fault.Refusal(401, "Unauthorized"), new Receipt.Locked("401 Unauthorized")),
                Arguments.of(new Fault.Refusal(404, "Not Found"), new Receipt.Locked("404 Not Found")),
                Arguments.of(new Fault.Refusal(500, "Internal"), new Receipt.Unreachable("500 Internal")));
    }

    private static Fault refusal(int code, String description) {
        return new Fault.Refusal(code, "Bad Request: " + description);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysHowItEnded(Fault fault, Receipt expected) {
        server.next(chat, fault);

        assertThat(send(message("hello"))).isEqualTo(expected);
        assertThat(server.deliveries(chat)).isEmpty();
    }

    static Stream<Fault> breakdowns() {
        return Stream.of(
                new Fault.Page(502),
                new Fault.Page(200),
                new Fault.Cut(false, false),
                new Fault.Cut(true, false),
                new Fault.Cut(false, true),
                new Fault.Cut(true, true),
                new Fault.Refusal(500, "x".repeat(300_000)));
    }

    @ParameterizedTest
    @MethodSource("breakdowns")
    void doesNotKnowWhatCameOfABreakdownAndDoesNotTryAgain(Fault fault) {
        send(message("warm up the connection"));
        int before = server.calls("sendMessage").size();
        server.next(chat, fault);

        assertThat(send(message("hello"))).isInstanceOf(Receipt.Unreachable.class);
        assertThat(server.calls("sendMessage")).hasSize(before + 1);
        assertThat(send(message("after"))).isInstanceOf(Receipt.Sent.class);
    }

    @Test
    void doesNotWaitForEverAndThenTheMessageMayHaveArrived() {
        server.next(chat, new Fault.Slow(Duration.ofSeconds(20)));
        try (TelegramChannel hasty = channel(server.url(), BotApiServer.TOKEN, NONE)) {
            assertThat(hasty.send(person(), message("hello"))).isInstanceOf(Receipt.Unreachable.class);
        }
        assertThat(only().html()).isEqualTo("hello");
    }

    @Test
    void refusesWhatTheServerWouldNotRead() {
        assertThat(send(message("<b>open"))).isInstanceOf(Receipt.Refused.class);
        assertThat(send(message("<p>other</p>"))).isInstanceOf(Receipt.Refused.class);
    }

    @Test
    void refusesWhatCannotBeSeen() {
        assertThat(send(message("<b> </b>".repeat(1_000)))).isInstanceOf(Receipt.Refused.class);
        assertThat(server.deliveries(chat)).isEmpty();
    }

    @Test
    void answersNothingWhereTheNumberIsOutOfRange() {
        assertThat(send(new Message("hello", List.of(), false, 1L << 40))).isInstanceOf(Receipt.Sent.class);
        assertThat(only().answers()).isNull();
    }

    @Test
    void isLockedOutWithAnotherBotsToken() {
        String wrong = BotApiServer.TOKEN.replace('E', 'F');
        try (TelegramChannel locked = channel(server.url(), wrong, LITTLE)) {
            assertThat(locked.send(person(), message("hello"))).isEqualTo(new Receipt.Locked("401 Unauthorized"));
        }
    }

    @Test
    void isUnreachableWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (TelegramChannel alone = channel(URI.create("http://127.0.0.1:" + port), BotApiServer.TOKEN, LITTLE)) {
            assertThat(alone.send(person(), message("hello"))).isInstanceOf(Receipt.Unreachable.class);
        }
    }

    @Test
    void splitsWhatIsTooLongForOne() {
        String block = "<b>" + "palavra ".repeat(200) + "</b>\n\n";
        Message message = new Message(block.repeat(6), List.of(List.of(Button.telling("Por quê?", "why:1"))), true, 7L);

        Receipt receipt = send(message);

        List<Delivery> parts = server.deliveries(chat);
        assertThat(parts).hasSize(TelegramChannel.parts(message)).hasSize(3);
        assertThat(receipt).isEqualTo(new Receipt.Sent(parts.get(0).messageId()));
        assertThat(parts).extracting(Delivery::answers).containsExactly(7L, null, null);
        assertThat(parts).extracting(Delivery::buttons).containsExactly(List.of(), List.of(), List.of("why:1"));
        assertThat(parts).allMatch(Delivery::isSilent);
        assertThat(parts).allSatisfy(part -> assertThat(part.html()).isEqualTo(block.repeat(2)));
    }

    @Test
    void countsAMessageAsSentWhoseLaterPartsDoNotArrive() {
        server.next(chat, new Fault.Slow(Duration.ZERO), new Fault.Cut(false, false));

        Receipt receipt = send(message("palavra ".repeat(1_200)));

        assertThat(receipt).isEqualTo(new Receipt.Sent(only().messageId()));
    }

    @Test
    void waitsWithALaterPartForAsLongAsItIsToldButNotForLong() {
        server.next(chat, new Fault.Slow(Duration.ZERO), new Fault.SlowDown(1));
        server.next(chat + 1, new Fault.Slow(Duration.ZERO), new Fault.SlowDown(31));
        long impatient = server.counts().impatient();

        send(message("palavra ".repeat(1_200)));
        assertThat(server.deliveries(chat)).hasSize(3);
        chat++;
        send(message("palavra ".repeat(1_200)));

        assertThat(server.deliveries(chat)).hasSize(1);
        assertThat(server.counts().impatient()).isEqualTo(impatient);
    }

    @Test
    void repeatsNothingOfAMessageWhoseFirstPartDoesNotArrive() {
        server.next(chat, new Fault.SlowDown(2));

        assertThat(send(message("palavra ".repeat(1_200)))).isEqualTo(new Receipt.SlowDown(Duration.ofSeconds(2)));
        assertThat(server.deliveries(chat)).isEmpty();
    }

    @Test
    void sendsForSeveralThreadsAtOnce() throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Receipt>> receipts = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> send(message("number " + i))))
                    .toList();
            for (Future<Receipt> receipt : receipts) {
                assertThat(receipt.get()).isInstanceOf(Receipt.Sent.class);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(server.deliveries(chat))
                .extracting(Delivery::html)
                .doesNotHaveDuplicates()
                .hasSize(200);
    }

    @Test
    void neverSaysTheToken() {
        String secret = BotApiServer.TOKEN.substring(BotApiServer.TOKEN.indexOf(':') + 1);
        server.next(
                chat, new Fault.Refusal(400, "see https://x.org/bot" + BotApiServer.TOKEN + "/sendMessage " + secret));

        assertThat(send(message("hello")).toString())
                .contains("see https://x.org/")
                .doesNotContain(secret);
        assertThat(new TelegramSettings(server.url(), BotApiServer.TOKEN).toString())
                .doesNotContain(secret);
    }
}
