package org.milesbot.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.milesbot.cli.jar.LastingPort;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedSettings;
import org.milesbot.store.testing.TestServer;

/** The PostgreSQL that comes along, opened to the network, and handled roughly. */
final class RoughPostgres implements AutoCloseable {

    private static final String SCHEMA = "chaos";

    private final EmbeddedPostgres server;
    private final DatabaseAddress address;

    /**
     * Makes its data and starts it.
     *
     * @param folder where it is to lie; a disk that may fill up
     * @param tools a folder for what is started in place of its programs
     * @param host the address that clients know it by
     */
    RoughPostgres(Path folder, Path tools, String host) {
        int port = LastingPort.choose();
        EmbeddedPostgres closed =
                new EmbeddedPostgres(new EmbeddedSettings(folder, null, TestServer.binariesJar(), port, Duration.ZERO));
        DatabaseAddress local = closed.start();
        closed.stop();
        closed.close();
        address = new DatabaseAddress(
                host, local.port(), local.database(), local.user(), local.password(), local.options());
        try {
            letIn(folder);
            wrap(programs(folder), tools);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new EmbeddedPostgres(new EmbeddedSettings(folder, tools, null, port, Duration.ZERO));
        server.start();
    }

    private static void letIn(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("data").resolve("pg_hba.conf"),
                "host all all 10.212.0.0/15 scram-sha-256\n",
                StandardOpenOption.APPEND);
    }

    private static Path programs(Path folder) throws IOException {
        try (Stream<Path> unpacked = Files.list(folder.resolve("binaries"))) {
            return unpacked.findFirst().orElseThrow().resolve("bin");
        }
    }

    /** The same programs, but for where the server listens and to how many; the last word on its command line counts. */
    private static void wrap(Path programs, Path tools) throws IOException {
        Files.createDirectories(tools);
        Path postgres = tools.resolve("postgres");
        write(postgres, programs.resolve("postgres") + " \"$@\" -c listen_addresses='*' -c max_connections=200");
        write(tools.resolve("pg_ctl"), programs.resolve("pg_ctl") + " -p " + postgres + " \"$@\"");
        write(tools.resolve("initdb"), programs.resolve("initdb") + " \"$@\"");
    }

    private static void write(Path script, String command) throws IOException {
        Files.writeString(
                script,
                "#!/bin/sh\n[ \"$*\" != --version ] || exec " + command.split(" ", 2)[0] + " --version\nexec " + command
                        + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    DatabaseAddress address() {
        return address;
    }

    static String schema() {
        return SCHEMA;
    }

    /** A connection; one that was made before a restart is lost with it. */
    Database database() {
        return Database.open(address, SCHEMA);
    }

    void restart() {
        server.stop();
        server.start();
    }

    /** SIGKILL of the process that watches over the others; what it had not written to its tables it reads from its log. */
    void kill() {
        Long process = Objects.requireNonNull(server.status().pid(), "it does not run");
        Shell.run("kill", "-KILL", process.toString());
        server.start();
    }

    /** Starts it if it went down. */
    void revive() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
        server.close();
    }
}
