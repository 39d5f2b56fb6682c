package org.milesbot.notify.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BotApiServerTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BotApiServer server = BotApiServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> call(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode bot(String method, String body) throws IOException, InterruptedException {
        return JSON.readTree(
                call("/bot" + BotApiServer.TOKEN + "/" + method, body).body());
    }

    private JsonNode send(long chat, String text) throws IOException, InterruptedException {
        return bot("sendMessage", "{\"chat_id\":%d,\"text\":\"%s\",\"parse_mode\":\"HTML\"}".formatted(chat, text));
    }

    @Test
    void keepsWhatEachChatGetsInOrder() throws IOException, InterruptedException {
        List<String> heard = new ArrayList<>();
        server.journal(delivery -> heard.add(BotApiServerMain.line(delivery)));

        send(1, "a");
        send(2, "b");
        JsonNode answer = send(1, "<b>c</b>");

        assertThat(answer.at("/result/message_id").asLong()).isEqualTo(3);
        assertThat(server.deliveries(1)).extracting(Delivery::seen).containsExactly("a", "c");
        assertThat(server.deliveries()).hasSize(3);
        assertThat(heard).hasSize(3).last().asString().contains("\"chat\":1", "\"message\":3", "\"acknowledged\":true");
    }

    @Test
    void knowsMethodsInAnyCaseAndLearnsMore() throws IOException, InterruptedException {
        server.on(
                "getChat",
                request -> JSON.createObjectNode()
                        .put("id", request.path("chat_id").asLong()));

        assertThat(bot("getme", "").at("/result/is_bot").asBoolean()).isTrue();
        assertThat(bot("GETCHAT", "{\"chat_id\":5}").at("/result/id").asLong()).isEqualTo(5);
        assertThat(bot("sendDice", "").path("error_code").asInt()).isEqualTo(404);
        assertThat(server.calls("getChat")).hasSize(1);
    }

    @Test
    void letsNobodyInWithoutTheToken() throws IOException, InterruptedException {
        assertThat(call("/bot1:other/getMe", "").statusCode()).isEqualTo(401);
        assertThat(call("/nothing", "").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatTheBotApiRefuses() throws IOException, InterruptedException {
        assertThat(send(1, "<b>x").path("description").asText()).contains("can't parse entities");
        assertThat(send(1, "<b> </b>").path("description").asText()).contains("message text is empty");
        assertThat(send(1, "x".repeat(4_097)).path("description").asText()).contains("message is too long");
        assertThat(send(0, "x").path("description").asText()).contains("chat_id is empty");
        assertThat(send(1, "x".repeat(4_090) + "&amp;&amp;").path("ok").asBoolean())
                .isTrue();
    }

    @Test
    void keepsAChatShutForAsLongAsItSays() throws IOException, InterruptedException {
        server.next(1, new Fault.SlowDown(30));

        assertThat(send(1, "x").at("/parameters/retry_after").asInt()).isEqualTo(30);
        assertThat(send(1, "x").at("/parameters/retry_after").asInt()).isBetween(28, 30);
        assertThat(send(2, "x").path("ok").asBoolean()).isTrue();
        assertThat(server.counts().impatient()).isEqualTo(1);
    }

    @Test
    void misbehavesAlwaysOrOnceOrByChance() throws IOException, InterruptedException {
        server.always(1, Fault.Refusal.blocked());
        server.next(new Fault.Page(502));

        assertThat(send(1, "x").path("error_code").asInt()).isEqualTo(403);
        assertThat(send(1, "x").path("error_code").asInt()).isEqualTo(403);
        assertThat(call("/bot" + BotApiServer.TOKEN + "/sendMessage", "{\"chat_id\":2,\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(502);
        server.byChance(0.5, 1, Fault.Refusal.blocked());
        for (int i = 0; i < 100; i++) {
            send(3, "x");
        }
        assertThat(server.deliveries(3)).hasSizeBetween(30, 70);
    }

    @Test
    void countsWhatIsBeyondTheLimits() throws IOException, InterruptedException {
        server.enforce(new Limits(0.001, 2, 0.001, 1, 0.001, 1));

        assertThat(send(1, "x").path("ok").asBoolean()).isTrue();
        assertThat(send(1, "x").at("/parameters/retry_after").asInt()).isBetween(990, 1_000);
        assertThat(send(2, "x").path("ok").asBoolean()).isTrue();
        assertThat(send(3, "x").path("error_code").asInt()).isEqualTo(429);
        assertThat(server.counts().beyondLimits()).isEqualTo(2);
    }

    @Test
    void fillsItsBucketsAsTimePasses() {
        AtomicLong now = new AtomicLong();
        Gate gate = new Gate(Limits.usual().faster(20), now::get);

        for (int i = 0; i < 30; i++) {
            assertThat(gate.pass(i)).isZero();
        }
        assertThat(gate.pass(100)).isBetween(Duration.ofMillis(1), Duration.ofMillis(2));
        now.addAndGet(Duration.ofMillis(50).toNanos());
        for (int i = 0; i < 30; i++) {
            assertThat(gate.pass(200 + i)).isZero();
        }
        now.addAndGet(Duration.ofSeconds(60).toNanos());
        for (int i = 0; i < 20; i++) {
            assertThat(gate.pass(-1)).isZero();
        }
        assertThat(gate.pass(-1)).isBetween(Duration.ofMillis(149), Duration.ofMillis(150));
    }
}
