package org.milesbot.cli.command;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.cli.output.Console.Stream;
import org.milesbot.cli.wiring.Surroundings;
import org.milesbot.cli.wiring.Terminal;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.testing.TestDatabase;

/** The command line as a person runs it, within this process and with a home of its own. */
final class CommandRun {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private String in = "";
    private Clock clock = Clock.fixed(NOW, Zones.SAO_PAULO);
    private Terminal terminal = Terminal.NONE;

    private CommandRun(Path home) {
        this.home = home;
        with("MILESBOT_HOME", home.toString()).with("MILESBOT_LANG", "pt");
    }

    /** How a command ended. */
    record Ended(int exitCode, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Without a database of its own; a command that wants one starts the server that comes along. */
    static CommandRun in(Path home) {
        return new CommandRun(home);
    }

    static CommandRun in(Path home, TestDatabase database) {
        return in(home).with(
                        "DATABASE_URL",
                        url(database.address(), database.address().password()))
                .with("MILESBOT_SCHEMA", database.database().schema());
    }

    static String url(DatabaseAddress address, @Nullable String password) {
        String secret = URLEncoder.encode(Objects.requireNonNullElse(password, ""), StandardCharsets.UTF_8);
        return "postgresql://" + address.user() + ":" + secret.replace("+", "%20") + "@" + address.server() + "/"
                + address.database();
    }

    CommandRun with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    CommandRun reading(String standardInput) {
        in = standardInput;
        return this;
    }

    CommandRun at(Instant instant) {
        clock = Clock.fixed(instant, Zones.SAO_PAULO);
        return this;
    }

    /** With a clock that shows an instant now and goes on from there. */
    CommandRun ticking(Instant instant) {
        Clock real = Clock.system(Zones.SAO_PAULO);
        clock = Clock.offset(real, Duration.between(real.instant(), instant));
        return this;
    }

    /** With a person in front of it. */
    CommandRun onTerminal() {
        terminal = new Terminal(Set.of(Stream.OUT, Stream.ERR), 100);
        return this;
    }

    Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                environment,
                home,
                clock,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                terminal);
        int exitCode = new Milesbot(surroundings).run(List.of(arguments));
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
