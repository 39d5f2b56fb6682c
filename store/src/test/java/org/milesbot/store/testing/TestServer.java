package org.milesbot.store.testing;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedSettings;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Decides once a JVM which real PostgreSQL the tests use, and says which: the one of MILESBOT_TEST_DATABASE_URL, else one
 * in Docker if it answers, else an embedded one. Tests fail where there is none; they are never skipped.
 */
public final class TestServer {

    private static final List<String> ARCHIVES = List.of(
            "postgres-linux-x86_64.txz",
            "postgres-linux-arm_64.txz",
            "postgres-darwin-x86_64.txz",
            "postgres-darwin-arm_64.txz");

    private TestServer() {}

    private static final class Found {
        static final DatabaseAddress ADDRESS = find();
    }

    /** The PostgreSQL that all tests of this JVM share. */
    public static DatabaseAddress postgres() {
        return Found.ADDRESS;
    }

    private static DatabaseAddress find() {
        String given = System.getenv("MILESBOT_TEST_DATABASE_URL");
        if (given != null && !given.isBlank()) {
            say("PostgreSQL of MILESBOT_TEST_DATABASE_URL");
            return DatabaseAddress.parse(given);
        }
        return dockerAnswers() ? container() : embedded();
    }

    @SuppressWarnings("resource") // Docker's own watchman removes it when the JVM ends.
    private static DatabaseAddress container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
        container.start();
        say("PostgreSQL in Docker");
        return DatabaseAddress.parse("postgresql://" + container.getUsername() + ":" + container.getPassword() + "@"
                + container.getHost() + ":" + container.getMappedPort(5432) + "/" + container.getDatabaseName());
    }

    /** Shared by the JVMs of one module, one after the other; it stops by itself. */
    @SuppressWarnings("resource") // In use until the JVM ends, which is how the server knows.
    private static DatabaseAddress embedded() {
        say("embedded PostgreSQL in " + sharedFolder());
        DatabaseAddress address = new EmbeddedPostgres(
                        new EmbeddedSettings(sharedFolder(), null, binariesJar(), 0, Duration.ofMinutes(5)))
                .start();
        return hurried(address);
    }

    /** Tests kill milesbot and not this server, so nothing is lost if it does not wait for the disk. */
    private static DatabaseAddress hurried(DatabaseAddress address) {
        try (Database database = Database.open(address, "public")) {
            database.with(open -> open.execute("alter role current_user set synchronous_commit to off"));
        }
        return address;
    }

    /** The jar with this platform's PostgreSQL, from the class path. */
    public static Path binariesJar() {
        ClassLoader loader = TestServer.class.getClassLoader();
        return ARCHIVES.stream()
                .map(loader::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .map(TestServer::jarOf)
                .orElseThrow(() -> new IllegalStateException("no binaries of PostgreSQL on the tests' class path"));
    }

    private static Path jarOf(URL url) {
        try {
            return Path.of(
                    ((JarURLConnection) url.openConnection()).getJarFileURL().toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("binaries of PostgreSQL outside a jar: " + url, e);
        }
    }

    /** Where the shared embedded server of this module lives: on the local disk, apart for each checkout and user. */
    public static Path sharedFolder() {
        String checkout = Integer.toHexString(Path.of("").toAbsolutePath().hashCode());
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "milesbot-tests-" + user + "-" + checkout, "postgres");
    }

    /** Asks Docker only where there are signs of it: asking costs a second where there is none. */
    static boolean dockerAnswers() {
        boolean signs = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return signs && DockerClientFactory.instance().isDockerAvailable();
    }

    static void say(String which) {
        System.out.println("tests use: " + which);
    }
}
