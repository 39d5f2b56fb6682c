package org.milesbot.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.embedded.EmbeddedStatus.State;
import org.milesbot.store.testing.TestServer;

class EmbeddedPostgresTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** Unpacked once for all tests: the server of the other tests has them already. */
    private static @Nullable Path binaries;

    @TempDir(cleanup = CleanupMode.NEVER)
    Path home;

    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void unpackOnce() throws IOException {
        if (binaries == null) {
            Path folder = Files.createDirectories(TestServer.sharedFolder().resolveSibling("binaries-for-tests"));
            var settings = new EmbeddedSettings(folder, null, TestServer.binariesJar(), 0, Duration.ZERO);
            binaries = FolderLock.whileHeld(folder, () -> Binaries.of(settings)).bin();
        }
        // The temporary folder is closed to others, and some tests run the server as somebody else.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void stopAll() throws IOException {
        processes.forEach(Process::destroyForcibly);
        if (Files.isDirectory(folder())) {
            server().stop();
        }
        Folders.removeAll(home, "");
    }

    private Path folder() {
        return home.resolve("postgres");
    }

    private EmbeddedSettings settings() {
        return new EmbeddedSettings(folder(), binaries, null, 0, Duration.ZERO);
    }

    private EmbeddedPostgres server() {
        return new EmbeddedPostgres(settings());
    }

    private static void execute(DatabaseAddress address, String statement) {
        try (Database database = Database.open(address, "public")) {
            database.useTransaction(open -> open.execute(statement));
        }
    }

    private static String ask(DatabaseAddress address, String question) {
        try (Database database = Database.open(address, "public")) {
            return database.with(
                    open -> open.createQuery(question).mapTo(String.class).one());
        }
    }

    private EmbeddedStatus running() {
        EmbeddedStatus status = server().status();
        assertThat(status.state()).isEqualTo(State.RUNNING);
        return status;
    }

    @Test
    void startsAServerForKeeps() throws IOException {
        assertThat(server().status().state()).isEqualTo(State.ABSENT);

        DatabaseAddress address = server().start();

        assertThat(address.host()).isEqualTo("127.0.0.1");
        assertThat(ask(address, "show fsync")).isEqualTo("on");
        assertThat(ask(address, "show synchronous_commit")).isEqualTo("on");
        assertThat(ask(address, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(address, "show unix_socket_directories")).isEmpty();
        assertThat(ask(address, "show server_encoding")).isEqualTo("UTF8");
        assertThat(ask(address, "select lower('ÇÃO')")).isEqualTo("ção");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("password"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> ask(withPassword(address, "guess"), "select 'in'"))
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                .hasMessageNotContaining("guess");
    }

    private static DatabaseAddress withPassword(DatabaseAddress address, String password) {
        return new DatabaseAddress(
                address.host(), address.port(), address.database(), address.user(), password, address.options());
    }

    @Test
    void checksItsOwnPasswordInOneRoundAndThoseOfOthersInAsManyAsUsual() {
        DatabaseAddress address = server().start();
        execute(address, "create role other password 'guessed'");
        assertThat(rounds(address)).containsExactly("milesbot 1", "other 4096");

        execute(address, "alter role milesbot password '" + address.password() + "'");
        assertThat(rounds(address)).as("as earlier versions kept it").containsExactly("milesbot 4096", "other 4096");
        server().stop();
        assertThat(rounds(server().start())).containsExactly("milesbot 1", "other 4096");
    }

    private static List<String> rounds(DatabaseAddress address) {
        try (Database database = Database.open(address, "public")) {
            return database.with(
                    open -> open.createQuery("""
                            select rolname || ' ' || substring(rolpassword from '^SCRAM-SHA-256\\$([0-9]+):')
                            from pg_authid where rolpassword is not null order by 1
                            """).mapTo(String.class).list());
        }
    }

    @Test
    void attachesToTheServerThatIsThere() {
        DatabaseAddress first = server().start();
        long pid = Objects.requireNonNull(running().pid());

        assertThat(server().start()).isEqualTo(first);
        assertThat(running().pid()).isEqualTo(pid);
    }

    @Test
    void stopsAndStartsAgainWithTheSameData() {
        execute(server().start(), "create table kept as select 'yes' as said");

        assertThat(server().stop()).isTrue();
        assertThat(server().status().state()).isEqualTo(State.STOPPED);
        assertThat(server().stop()).isFalse();
        assertThat(ask(server().start(), "select said from kept")).isEqualTo("yes");
    }

    @Test
    void startsAgainAfterTheServerWasKilled() {
        execute(server().start(), "create table kept as select 'yes' as said");
        long pid = Objects.requireNonNull(running().pid());
        kill(pid);

        assertThat(ask(server().start(), "select said from kept")).isEqualTo("yes");
        assertThat(running().pid()).isNotEqualTo(pid);
    }

    private static void kill(long pid) {
        assertThat(Command.succeeds(List.of("sh", "-c", "kill -KILL " + pid))).isTrue();
    }

    @Test
    void takesTheNumberOfADeadServerThatAnotherProgramHasNowForNoServer() throws IOException {
        execute(server().start(), "create table kept as select 'yes' as said");
        server().stop();
        Files.writeString(
                PostmasterFile.in(folder().resolve("data")),
                ProcessHandle.current().pid() + "\n" + folder() + "\n0\n5432\n\n127.0.0.1\n\nready\n");

        assertThat(ask(server().start(), "select said from kept")).isEqualTo("yes");
    }

    @Test
    void letsTwoProcessesRaceForTheFirstStart() throws IOException, InterruptedException {
        Process one = process();
        Process other = process();

        assertThat(List.of(one.waitFor(), other.waitFor())).containsOnly(0);

        String first = output(one);
        assertThat(first).matches("(?s).*port [0-9]+.*");
        assertThat(output(other)).isEqualTo(first);
        assertThat(first).contains("port " + running().port());
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("port "))
                .findFirst()
                .orElse("");
    }

    /** Another milesbot: it starts the server, says its port, and ends. */
    private Process process() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        OtherProcess.class.getName(),
                        folder().toString(),
                        String.valueOf(binaries))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        processes.add(process);
        return process;
    }

    @Test
    void beginsAnewWhenTheFirstStartWasKilledInTheMiddle() throws IOException {
        Process killed = process();
        await().atMost(LONG).until(this::isInitialising);
        killed.destroyForcibly();

        execute(server().start(), "create table kept as select 'yes' as said");

        assertThat(ask(server().start(), "select said from kept")).isEqualTo("yes");
    }

    private boolean isInitialising() throws IOException {
        if (!Files.isDirectory(folder())) {
            return false;
        }
        try (var paths = Files.list(folder())) {
            return paths.anyMatch(path -> path.getFileName().toString().startsWith("initialising-")
                    && Files.isDirectory(path.resolve("base")));
        }
    }

    @Test
    void makesTheDatabaseThatAKilledFirstStartDidNotComeTo() {
        DatabaseAddress address = server().start();
        DatabaseAddress postgres = new DatabaseAddress(
                address.host(), address.port(), "postgres", address.user(), address.password(), address.options());
        try (Database database = Database.open(postgres, "public")) {
            database.with(open -> open.execute("drop database milesbot"));
        }

        assertThat(ask(server().start(), "select current_database()")).isEqualTo("milesbot");
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndSaysWhatToDo() throws IOException {
        server().start();
        server().stop();
        Path version = folder().resolve("data").resolve("PG_VERSION");
        String right = Files.readString(version);
        Files.writeString(version, "14\n");

        assertConfiguration(() -> server().start(), "PostgreSQL 14", "backup", "restore");
        Files.writeString(version, right);
    }

    private static void assertConfiguration(Runnable work, String... words) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                .message()
                .contains(words);
    }

    @Test
    void saysWhichFolderItCannotWriteTo() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");
        try {
            assertConfiguration(() -> server().start(), folder().toString(), "--home");
        } finally {
            Files.delete(folder());
        }
    }

    @Test
    void saysWhatToSetWhereThereAreNoBinaries() {
        var none = new EmbeddedSettings(folder(), null, null, 0, Duration.ZERO);
        var wrong = new EmbeddedSettings(folder(), home, null, 0, Duration.ZERO);

        assertConfiguration(() -> new EmbeddedPostgres(none).start(), "DATABASE_URL", "MILESBOT_POSTGRES_BIN");
        assertConfiguration(() -> new EmbeddedPostgres(wrong).start(), home.toString(), "initdb");
    }

    @Test
    void saysThatAJarIsCut() throws IOException {
        Path cut = home.resolve("cut.jar");
        Files.write(cut, List.of("PK not a jar"));

        assertConfiguration(
                () -> new EmbeddedPostgres(new EmbeddedSettings(folder(), null, cut, 0, Duration.ZERO)).start(),
                cut.toString());
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new EmbeddedSettings(folder(), binaries, null, taken.getLocalPort(), Duration.ZERO);

            assertConfiguration(() -> new EmbeddedPostgres(settings).start(), "port " + taken.getLocalPort());
        }
    }

    @Test
    void stopsByItselfWhenNobodyUsesItAndNotBefore() {
        var settings = new EmbeddedSettings(folder(), binaries, null, 0, Duration.ofSeconds(1));
        try (EmbeddedPostgres server = new EmbeddedPostgres(settings)) {
            server.start();
            // This process is still there: the watcher has looked more than once and has let it be.
            await().during(Duration.ofSeconds(4)).atMost(LONG).until(() -> status().equals(Optional.of(State.RUNNING)));
        }

        await().atMost(LONG).until(() -> status().equals(Optional.of(State.STOPPED)));
        assertThat(ask(server().start(), "select 'back'")).isEqualTo("back");
    }

    private Optional<State> status() {
        return Optional.of(server().status().state());
    }

    @Test
    void runsAsAnotherUserWhereRootHasNoNamespaces() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            // A plain user can run it as itself only, as all other tests here do.
            assertThat(Account.of(folder())).isEqualTo(Account.SELF);
            return;
        }
        Account nobody = Account.other("nobody");
        DatabaseAddress address = new EmbeddedPostgres(settings(), nobody).start();
        assertThat(Files.getOwner(folder().resolve("data")).getName()).isEqualTo("nobody");

        execute(address, "create table kept as select 'yes' as said");
        server().stop();
        assertThat(ask(server().start(), "select said from kept")).isEqualTo("yes");
    }

    @Test
    void keepsItsLogWithinBounds() throws IOException {
        server().start();
        Files.write(folder().resolve("server.log"), new byte[6 * 1024 * 1024]);

        server().start();

        assertThat(Files.size(folder().resolve("server.log"))).isLessThan(1024 * 1024);
        assertThat(folder().resolve("server.log.1")).exists();
    }
}
