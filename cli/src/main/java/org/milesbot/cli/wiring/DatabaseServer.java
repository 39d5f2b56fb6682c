package org.milesbot.cli.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.config.DatabaseSettings;
import org.milesbot.cli.config.Secret;
import org.milesbot.cli.config.Settings;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedSettings;

/** The server that the settings name, or the one that comes along, started when it is first needed. */
final class DatabaseServer implements AutoCloseable {

    private final Settings settings;
    private @Nullable EmbeddedPostgres embedded;
    private @Nullable DatabaseAddress address;

    DatabaseServer(Settings settings) {
        this.settings = settings;
    }

    /** The same, for somebody who closes it when they are done while others go on with it. */
    DatabaseServer lent() {
        DatabaseServer lent = new DatabaseServer(settings);
        lent.address = address();
        return lent;
    }

    /** The server that comes along; absent if the settings name another. */
    synchronized Optional<EmbeddedPostgres> embedded() {
        if (settings.database().url() != null) {
            return Optional.empty();
        }
        if (embedded == null) {
            embedded = new EmbeddedPostgres(embeddedSettings());
        }
        return Optional.of(embedded);
    }

    /** Where the database is; starts the server that comes along if that is the one. */
    synchronized DatabaseAddress address() {
        if (address == null) {
            Secret url = settings.database().url();
            address = url != null
                    ? DatabaseAddress.parse(url.value())
                    : embedded().orElseThrow().start();
        }
        return address;
    }

    /** A database on it over one connection; the quickest way to the server that comes along. */
    synchronized Database open(String schema) {
        Optional<EmbeddedPostgres> own = address == null ? embedded() : Optional.empty();
        if (own.isEmpty()) {
            return Database.open(address(), schema);
        }
        Database open = own.get().open(schema);
        address = open.address();
        return open;
    }

    private EmbeddedSettings embeddedSettings() {
        DatabaseSettings database = settings.database();
        int port = database.port() == null ? 0 : database.port();
        Path folder = settings.home().directory().resolve("postgres");
        return new EmbeddedSettings(folder, database.postgresBinaries(), binariesJar(), port, database.idle());
    }

    /** The build puts the binaries of its platform into a folder beside the jar. */
    private static @Nullable Path binariesJar() {
        Path folder = ownPath().resolveSibling("postgres");
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Path ownPath() {
        try {
            return Path.of(DatabaseServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar has no path", e);
        }
    }

    @Override
    public synchronized void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
