package org.milesbot.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.embedded.EmbeddedStatus.State;

/**
 * A PostgreSQL of milesbot's own, for whoever has none: the real server, on 127.0.0.1 with a generated password, with its
 * data in a folder. {@link #start()} finds it running or starts it; it stays when this process ends, for the next one.
 * Any number of processes may do so at once.
 *
 * <p>A server that is started inside a systemd unit ends with the unit; there {@code milesbot db start} belongs into a
 * unit of its own.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int START_SECONDS = 120;
    private static final long LONGEST_LOG = 5L * 1024 * 1024;

    /** How long a server may be there and take no connection: it starts, or mends itself after a crash. */
    private static final Duration BUSY = Duration.ofSeconds(60);

    /** How long what a killed server left behind may keep the next one from starting. */
    private static final Duration RESTART = Duration.ofSeconds(6);

    private final EmbeddedSettings settings;
    private final Path folder;
    private final Cluster cluster;
    private final Clients clients;
    private final @Nullable Account forced;

    /** The connection that showed that the server takes us in, as long as nobody has it. */
    private @Nullable Connection entered;

    public EmbeddedPostgres(EmbeddedSettings settings) {
        this(settings, null);
    }

    EmbeddedPostgres(EmbeddedSettings settings, @Nullable Account forced) {
        this.settings = settings;
        this.folder = settings.folder();
        this.cluster = new Cluster(folder);
        this.clients = new Clients(folder);
        this.forced = forced;
    }

    /**
     * Sees to it that the server runs, and makes its data the first time.
     *
     * @return where the database is and how to enter
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION if the folder, the binaries or the port do not
     *     serve, EXTERNAL if the server does not start
     */
    public DatabaseAddress start() {
        try {
            return enter();
        } finally {
            leave();
        }
    }

    /**
     * The same for somebody who goes in at once, over the connection that showed that the server is there.
     *
     * @param schema the schema to work in
     */
    public Database open(String schema) {
        try {
            Database open = Database.over(enter(), schema, Objects.requireNonNull(entered, "nobody has it yet"));
            entered = null;
            return open;
        } finally {
            leave();
        }
    }

    private void leave() {
        if (entered != null) {
            Entrance.leave(entered);
            entered = null;
        }
    }

    private DatabaseAddress enter() {
        try {
            Files.createDirectories(folder);
            clients.enter();
            trimLog();
            Optional<DatabaseAddress> running = attach();
            return running.isPresent() ? running.get() : FolderLock.whileHeld(folder, this::startAlone);
        } catch (IOException e) {
            throw Failures.configuration(e, "not-writable", folder, Failures.reason(e));
        }
    }

    private DatabaseAddress startAlone() throws IOException {
        clients.awaitStopped();
        Optional<DatabaseAddress> running = awaitServer();
        if (running.isPresent()) {
            return running.get();
        }
        Binaries binaries = Binaries.of(settings);
        Account account = account();
        account.openWay(folder);
        prepare(binaries, account);
        clients.alone();
        return launch(binaries, account);
    }

    private Account account() {
        return forced != null ? forced : Account.of(cluster.data());
    }

    private void prepare(Binaries binaries, Account account) {
        if (!cluster.exists()) {
            cluster.initialise(binaries, account, commandLog());
        }
        int programs = binaries.major();
        int data = cluster.major();
        if (programs != data) {
            throw Failures.configuration(null, "other-major", cluster.data(), data, programs);
        }
    }

    /** The server, if it is there and takes connections. */
    private Optional<DatabaseAddress> attach() throws IOException {
        Optional<PostmasterFile> server = PostmasterFile.read(cluster.data())
                .filter(PostmasterFile::ready)
                .filter(PostmasterFile::isAlive);
        if (server.isEmpty() || clients.isStopping()) {
            return Optional.empty();
        }
        DatabaseAddress address = address(server.get().port());
        leave();
        entered = Entrance.enter(address, log()).orElse(null);
        if (entered == null) {
            return Optional.empty();
        }
        clients.watch(server.get().pid(), settings.idle());
        return Optional.of(address);
    }

    /** Waits for as long as there is a server that may yet take connections. */
    private Optional<DatabaseAddress> awaitServer() throws IOException {
        if (!Waiting.until(BUSY, () -> !isBusy())) {
            throw Failures.external(null, "busy", folder, log());
        }
        return attach();
    }

    private boolean isBusy() {
        Optional<PostmasterFile> server = PostmasterFile.read(cluster.data()).filter(PostmasterFile::isAlive);
        return server.isPresent()
                && !(server.get().ready()
                        && Entrance.isOpen(address(server.get().port()), log()));
    }

    private DatabaseAddress launch(Binaries binaries, Account account) throws IOException {
        long deadline = System.nanoTime() + RESTART.toNanos();
        while (true) {
            // Nobody lives who wrote it: what a killed server left behind.
            Files.deleteIfExists(PostmasterFile.in(cluster.data()));
            makeLog(account);
            long before = Files.size(log());
            if (pgCtlStart(binaries, account, port()) == 0) {
                DatabaseAddress address = attach().orElseThrow(() -> Failures.external(null, "busy", folder, log()));
                Entrance.quicken(address, log());
                return address;
            }
            String said = Command.tail(log(), before);
            if (!mayPass(said) || System.nanoTime() > deadline) {
                throw Failures.external(null, "not-started", folder, said, log());
            }
            Waiting.until(Duration.ofMillis(300), () -> false);
        }
    }

    /** A port that another took meanwhile, or the memory of a server that was killed and whose children still end. */
    private static boolean mayPass(String said) {
        return said.contains("in use") || said.contains("could not bind") || said.contains("already exists");
    }

    private int pgCtlStart(Binaries binaries, Account account, int port) {
        String options = "-p " + port
                + " -c listen_addresses=" + HOST
                + " -c unix_socket_directories=''"
                + " -c shared_buffers=128MB -c max_connections=40 -c fsync=on"
                + " -c logging_collector=off -c log_checkpoints=off -c log_min_error_statement=panic";
        List<String> command = account.command(
                binaries.program("pg_ctl"),
                "-D",
                cluster.data().toString(),
                "-l",
                log().toString(),
                "-s",
                "-w",
                "-t",
                String.valueOf(START_SECONDS),
                "-o",
                options,
                "start");
        return Command.run(command, commandLog(), START_SECONDS + 10);
    }

    private int port() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), settings.port()), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw Failures.configuration(e, "port-taken", settings.port(), Failures.reason(e));
        }
    }

    private DatabaseAddress address(int port) {
        return new DatabaseAddress(HOST, port, Cluster.ROLE, Cluster.ROLE, cluster.password(), new TreeMap<>());
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private Path commandLog() {
        return folder.resolve("start.log");
    }

    private void makeLog(Account account) throws IOException {
        if (!Files.exists(log())) {
            Cluster.createPrivateFile(log());
            account.own(log());
        }
        Files.deleteIfExists(commandLog());
    }

    /** The server appends to its log, so that it can be emptied while it runs. One older part is kept. */
    private void trimLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LONGEST_LOG) {
            Files.copy(log(), folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            Files.newOutputStream(log()).close();
        }
    }

    /** How the server is; changes nothing. */
    public EmbeddedStatus status() {
        Integer major = cluster.exists() ? (Integer) cluster.major() : null;
        Optional<PostmasterFile> server = PostmasterFile.read(cluster.data()).filter(PostmasterFile::isAlive);
        if (server.isEmpty()) {
            State state = major == null ? State.ABSENT : State.STOPPED;
            return new EmbeddedStatus(state, null, null, major, cluster.data(), log());
        }
        State state = isBusy() ? State.BUSY : State.RUNNING;
        return new EmbeddedStatus(state, server.get().pid(), server.get().port(), major, cluster.data(), log());
    }

    /**
     * Stops the server if it runs; what others are doing with it is broken off and undone.
     *
     * @return whether it ran
     */
    public boolean stop() {
        return Files.isDirectory(folder) && FolderLock.whileHeld(folder, this::stopAlone);
    }

    private boolean stopAlone() {
        Optional<PostmasterFile> server = PostmasterFile.read(cluster.data()).filter(PostmasterFile::isAlive);
        server.ifPresent(this::stop);
        return server.isPresent();
    }

    private void stop(PostmasterFile server) {
        // The signal of a fast shutdown; it needs no binaries.
        Command.succeeds(List.of("sh", "-c", "kill -INT " + server.pid()));
        if (!Waiting.until(BUSY, () -> !server.isAlive())) {
            throw Failures.external(null, "not-stopped", server.pid(), log());
        }
    }

    /** Says that this process needs the server no longer. The server stays, until it has been idle for long enough. */
    @Override
    public void close() {
        clients.close();
    }
}
