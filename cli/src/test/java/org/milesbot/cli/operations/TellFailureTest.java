package org.milesbot.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.operations.Program.Ended;

class TellFailureTest {

    private static final String TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer telegram;
    private int status = 200;

    @TempDir
    private Path credentials;

    @BeforeEach
    void start() throws IOException {
        telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        telegram.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI().getPath() + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        telegram.start();
    }

    @AfterEach
    void stop() {
        telegram.stop(0);
    }

    private Ended tell(Map<String, String> settings) {
        Program program = new Program()
                .with(
                        "MILESBOT_TELEGRAM_URL",
                        "http://127.0.0.1:" + telegram.getAddress().getPort())
                .with("CREDENTIALS_DIRECTORY", credentials.toString())
                .with("MONITOR_SERVICE_RESULT", "exit-code")
                .with("MONITOR_EXIT_STATUS", "5");
        settings.forEach(program::with);
        return program.run(Program.ROOT.resolve("scripts/tell-failure").toString(), "milesbot-scrape.service");
    }

    @Test
    void tellsTheOperatorWithTheTokenOfTheCredential() throws IOException {
        assumeTrue(Program.isThere("curl"), "install curl to have this checked");
        Files.writeString(credentials.resolve("milesbot_TELEGRAM_BOT_TOKEN"), TOKEN + "\n");

        Ended ended = tell(Map.of("MILESBOT_OPERATOR_CHAT", "-1001234567890"));

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("/bot" + TOKEN + "/sendMessage chat_id=-1001234567890&text=milesbot em ")
                .contains("milesbot-scrape.service falhou (exit-code 5)", "journalctl -u milesbot-scrape.service");
        assertThat(ended.out()).doesNotContain(TOKEN);
    }

    @Test
    void saysWhatIsMissing() {
        Ended ended = tell(Map.of("MILESBOT_LANG", "en"));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("milesbot-scrape.service failed", "MILESBOT_OPERATOR_CHAT");
        assertThat(asked).isEmpty();
    }

    @Test
    void handsNothingOnThatIsNoToken() {
        Ended ended = tell(Map.of("TELEGRAM_BOT_TOKEN", "1:A\"\nurl = \"x", "MILESBOT_OPERATOR_CHAT", "1"));

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(asked).isEmpty();
    }

    @Test
    void keepsTheTokenToItselfWhenTelegramRefuses() {
        assumeTrue(Program.isThere("curl"), "install curl to have this checked");
        status = 401;

        Ended ended = tell(Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "MILESBOT_OPERATOR_CHAT", "1"));

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.out()).contains("401").doesNotContain(TOKEN);
    }
}
