package org.milesbot.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Zones;
import org.milesbot.cli.command.Milesbot;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.wiring.DatabaseCare;
import org.milesbot.cli.wiring.StandardStreams;
import org.milesbot.cli.wiring.Surroundings;
import org.milesbot.cli.wiring.Terminal;
import org.milesbot.cli.wiring.Wiring;

/**
 * Does once what short commands do, so that Java can keep their classes in an archive, from which the launcher starts the
 * real ones. It changes nothing and asks nobody: what reads the database is rehearsed only where the database is up and
 * its tables are current.
 */
public final class Rehearsal {

    private static final String ANNOUNCEMENT = """
            {"id":"1","title":"Livelo: até 100% de bônus na transferência para a Smiles",\
            "html":"<p>Até 30/11/2026, membros do clube ganham <b>100%</b> e os demais 80%.</p>",\
            "published_at":"2026-11-20T10:00:00-03:00","url":"https://example.org/livelo-smiles"}
            """;

    private final Clock clock = Clock.system(Zones.SAO_PAULO);

    private Rehearsal() {}

    /** Rehearses, says nothing, and ends the process. */
    public static void main(String[] arguments) {
        StandardStreams.keepFromPlugins();
        new Rehearsal().run();
        System.exit(0);
    }

    private void run() {
        command("", "--help");
        command(ANNOUNCEMENT, "extract", "--json");
        command("", "config", "--json");
        command("", "plugins", "--json");
        if (hasDatabase()) {
            command("", "promos", "--active");
            command("", "promos", "--json");
            command("", "sources", "--json");
        }
    }

    private void command(String in, String... words) {
        new Milesbot(surroundings(in)).run(List.of(words));
    }

    private Surroundings surroundings(String in) {
        InputStream given = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                clock,
                given,
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Terminal.ofProcess());
    }

    private boolean hasDatabase() {
        try {
            Surroundings own = surroundings("");
            Settings settings = Settings.load(own.environment(), own.workingDirectory(), Map.of());
            try (Wiring wiring = new Wiring(settings, clock)) {
                DatabaseCare.Status status = wiring.databaseCare().status();
                return status.isUp() && status.schemaVersion() == status.knownVersion();
            }
        } catch (MilesbotException e) {
            return false;
        }
    }
}
