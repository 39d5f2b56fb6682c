package org.milesbot.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.wiring.DatabaseCare;
import org.milesbot.cli.wiring.DatabaseCare.Status;
import org.milesbot.store.db.Backup.Restored;
import org.milesbot.store.db.SchemaCheck.Findings;
import org.milesbot.store.promo.Counts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the database. */
@Command(name = "db", synopsisSubcommandLabel = "COMMAND")
final class DatabaseCommand implements Runnable {

    private static final int LARGEST = 5;

    private final Session session;

    @Spec
    CommandSpec spec;

    DatabaseCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                Text.of(DatabaseCommand.class, "db.which").in(session.console().locale()));
    }

    private DatabaseCare care() {
        return session.wiring().databaseCare();
    }

    private void say(String key, Object... arguments) {
        session.console().say(Text.of(DatabaseCommand.class, key, arguments));
    }

    @Command(name = "start")
    int start() {
        say("db.started", care().start());
        return ExitCode.OK;
    }

    @Command(name = "stop")
    int stop() {
        say(care().stop() ? "db.stopped" : "db.not_running");
        return ExitCode.OK;
    }

    @Command(name = "migrate")
    int migrate() {
        say("db.migrated", Integer.toString(care().migrate()));
        return ExitCode.OK;
    }

    @Command(name = "status")
    int status() {
        Status status = care().status();
        if (session.json()) {
            session.console().out().println(JsonLine.of(fields(status)));
        } else {
            print(status);
        }
        return status.isUp() ? ExitCode.OK : ExitCode.EXTERNAL;
    }

    private static Map<String, @Nullable Object> fields(Status status) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("up", status.isUp());
        fields.put("embedded", status.embedded() != null);
        fields.put("address", status.address());
        fields.put("version", status.version());
        fields.put("schema", status.schema());
        fields.put("schema_version", status.schemaVersion());
        fields.put("captures", status.counts() == null ? null : status.counts().captures());
        fields.put("sightings", status.counts() == null ? null : status.counts().sightings());
        fields.put("promos", status.counts() == null ? null : status.counts().promos());
        return fields;
    }

    private void print(Status status) {
        if (status.embedded() != null) {
            tell(
                    "db.status.embedded",
                    status.embedded().data(),
                    status.embedded().log());
        }
        if (!status.isUp()) {
            tell("db.status.down");
            return;
        }
        tell("db.status.up", status.address(), status.version());
        tell(
                "db.status.schema",
                status.schema(),
                Integer.toString(status.schemaVersion()),
                Integer.toString(status.knownVersion()));
        Counts counts = status.counts();
        if (counts != null) {
            tell("db.status.counts", counts.captures(), counts.sightings(), counts.promos());
        }
    }

    private void tell(String key, @Nullable Object... arguments) {
        Object[] known = Arrays.stream(arguments).map(String::valueOf).toArray();
        session.console()
                .out()
                .println(Text.of(DatabaseCommand.class, key, known)
                        .in(session.console().locale()));
    }

    @Command(name = "check")
    int check() {
        Findings found = care().check();
        if (session.json()) {
            session.console().out().println(JsonLine.of(fields(found)));
        } else {
            print(found);
        }
        return found.isSound() ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }

    private static Map<String, @Nullable Object> fields(Findings found) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("sound", found.isSound());
        fields.put("schema_version", found.version());
        fields.put("known_version", found.known());
        fields.put("bytes", found.bytes());
        Map<String, Long> tables = new LinkedHashMap<>();
        found.tables().forEach(size -> tables.put(size.table(), size.bytes()));
        fields.put("tables", tables);
        fields.put(
                "faults",
                found.faults().stream()
                        .map(fault -> Map.of("kind", fault.kind(), "name", fault.name()))
                        .toList());
        return fields;
    }

    private void print(Findings found) {
        tell(
                "db.check.version",
                session.settings().database().schema(),
                Integer.toString(found.version()),
                Integer.toString(found.known()));
        tell("db.check.size", Long.toString(found.bytes() >> 20));
        found.tables().stream()
                .limit(LARGEST)
                .forEach(size -> tell("db.check.table", size.table(), Long.toString(size.bytes() >> 20)));
        found.faults().forEach(fault -> tell("db.check.fault." + fault.kind(), fault.name()));
        tell(found.isSound() ? "db.check.sound" : "db.check.unsound");
    }

    @Command(name = "shell")
    int shell() throws IOException, InterruptedException {
        DatabaseCare care = care();
        int exitCode = new PsqlShell(session).open(care.address(), care.schema());
        if (exitCode == PsqlShell.NO_PSQL) {
            String sql = new String(session.surroundings().in().readAllBytes(), StandardCharsets.UTF_8);
            care.run(sql, row -> session.console().out().println(String.join("\t", row)));
            return ExitCode.OK;
        }
        return exitCode;
    }

    @Command(name = "backup")
    int backup(@Parameters(paramLabel = "FILE") Path file) {
        say("db.backed_up", care().backup(session.resolve(file)).rows(), file.toString());
        return ExitCode.OK;
    }

    @Command(name = "restore")
    int restore(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--replace") boolean replace) {
        Restored restored = care().restore(session.resolve(file), replace);
        say("db.restored", restored.manifest().rows(), file.toString());
        if (restored.leftOut().isEmpty()) {
            return ExitCode.OK;
        }
        session.console().warn(Text.of(DatabaseCommand.class, "db.left_out", String.join(", ", restored.leftOut())));
        return ExitCode.PARTLY_FAILED;
    }
}
