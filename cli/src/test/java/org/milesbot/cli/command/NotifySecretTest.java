package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Fault;
import org.milesbot.store.alert.Household;
import org.slf4j.LoggerFactory;

/** The bot's token is said nowhere, whatever goes wrong: not to the person, in no log however verbose, and is not kept. */
@TestInstance(Lifecycle.PER_CLASS)
class NotifySecretTest {

    private static final String TOKEN = BotApiServer.TOKEN;
    private static final String SECRET = TOKEN.substring(TOKEN.indexOf(':') + 1);
    private static final String QUOTED = " https://api.telegram.org/bot" + TOKEN + "/sendMessage " + SECRET;
    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");

    private final Household house = new Household();
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();

    @TempDir
    Path home;

    private final AppenderBase<ILoggingEvent> ears = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    };

    /** The HTTP client logs by the JDK's own logging. */
    private final Handler otherEars = new Handler() {
        @Override
        public void publish(LogRecord event) {
            StringWriter trace = new StringWriter();
            if (event.getThrown() != null) {
                event.getThrown().printStackTrace(new PrintWriter(trace));
            }
            logged.add(event.getMessage() + trace);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        ears.setContext(root.getLoggerContext());
        ears.start();
        root.addAppender(ears);
        root.setLevel(Level.TRACE);
        java.util.logging.Logger.getLogger("okhttp3").setLevel(java.util.logging.Level.ALL);
        LogManager.getLogManager().getLogger("").addHandler(otherEars);
    }

    @AfterEach
    void clear() {
        root.setLevel(usual);
        root.detachAppender(ears);
        java.util.logging.Logger.getLogger("okhttp3").setLevel(null);
        LogManager.getLogManager().getLogger("").removeHandler(otherEars);
        logged.clear();
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private void people(int most) {
        for (int person = 1; person <= most; person++) {
            house.person(person, "");
        }
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
    }

    private Ended run(String token, String url, String... arguments) {
        return CommandRun.in(home, house.test())
                .ticking(NOON)
                .with("TELEGRAM_BOT_TOKEN", token)
                .with("MILESBOT_TELEGRAM_URL", url)
                .run(arguments);
    }

    private void assertUnsaid(Ended... runs) {
        for (Ended run : runs) {
            assertThat(run.out()).doesNotContain(SECRET);
            assertThat(run.err()).doesNotContain(SECRET);
        }
        assertThat(logged).as("whether anybody listens").isNotEmpty().noneMatch(line -> line.contains(SECRET));
        assertThat(house.rows("""
                        select concat(alert.*) from alert
                        union all
                        select concat(app_user.*) from app_user
                        union all
                        select concat(run.*) from run""")).isNotEmpty().noneMatch(row -> row.contains(SECRET));
    }

    @Test
    void inAnyAnswer() {
        people(10);
        try (BotApiServer telegram = BotApiServer.start()) {
            telegram.next(1, new Fault.Refusal(400, "Bad Request:" + QUOTED));
            telegram.next(2, new Fault.Refusal(403, "Forbidden:" + QUOTED));
            telegram.next(3, new Fault.Refusal(500, "Internal:" + QUOTED));
            telegram.next(4, new Fault.Page(502));
            telegram.next(5, new Fault.Page(200));
            telegram.next(6, new Fault.Cut(false, false));
            telegram.next(7, new Fault.Cut(true, true));
            telegram.next(8, new Fault.SlowDown(3_600));
            telegram.next(9, new Fault.Migrated(-1_009));
            // The last of them ends the run.
            telegram.next(10, new Fault.Refusal(401, "Unauthorized:" + QUOTED));

            String url = telegram.url().toString();
            Ended ended = run(TOKEN, url, "notify", "-v");

            assertThat(ended.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(ended.err()).contains("401 Unauthorized", "at org.milesbot.");
            assertThat(house.rows("select count(*) from alert where note is not null"))
                    .containsExactly("10");
            assertUnsaid(
                    ended,
                    run(TOKEN, url, "notify", "dead", "list", "--json"),
                    run(
                            TOKEN,
                            url,
                            "notify",
                            "-v",
                            "--explain",
                            "1",
                            house.promo().toString()),
                    run(TOKEN, url, "config", "-v"));
        }
    }

    @Test
    void whereNobodyAnswers() throws IOException {
        people(25);
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        Ended refused = run(TOKEN, "http://127.0.0.1:" + closed, "notify", "-v");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.EXTERNAL);
        assertUnsaid(refused);
    }

    @Test
    void whereItIsNoneOrPastedWithTheAddress() {
        people(1);
        try (BotApiServer telegram = BotApiServer.start(0, "987654321:" + "B".repeat(35))) {
            String url = telegram.url().toString();
            Ended wrong = run(TOKEN, url, "notify", "-v");
            Ended none = run("bot " + SECRET, url, "notify", "-v");
            Ended pasted = run(TOKEN, url + "/bot" + TOKEN, "notify", "-v");

            assertThat(wrong.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(none.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(pasted.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertUnsaid(wrong, none, pasted);
        }
    }
}
