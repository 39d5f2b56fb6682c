package org.milesbot.cli.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.storage.Migration;
import org.milesbot.cli.config.KeepingSettings;
import org.milesbot.cli.pipeline.TidyPipeline;
import org.milesbot.cli.pipeline.TidyPipeline.Tidied;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.store.capture.CaptureRetention;
import org.milesbot.store.db.Backup;
import org.milesbot.store.db.Backup.Restored;
import org.milesbot.store.db.BackupManifest;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Migrations;
import org.milesbot.store.db.PluginSchema;
import org.milesbot.store.db.SchemaCheck;
import org.milesbot.store.db.SqlScript;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedStatus;
import org.milesbot.store.embedded.EmbeddedStatus.State;
import org.milesbot.store.promo.Counts;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with the database itself. */
public final class DatabaseCare {

    private static final Logger log = LoggerFactory.getLogger(DatabaseCare.class);

    private final DatabaseServer server;
    private final String schema;
    private final Clock clock;
    private final Supplier<Plugins> plugins;

    /**
     * @param plugins asked when tables of plug-ins are to be brought back
     */
    DatabaseCare(DatabaseServer server, String schema, Clock clock, Supplier<Plugins> plugins) {
        this.server = server;
        this.schema = schema;
        this.clock = clock;
        this.plugins = plugins;
    }

    /**
     * How the database is.
     *
     * @param address where it is, with secrets masked, or null if it is not up
     * @param embedded the server that comes along, or null if another is used
     * @param version the server's version, or null if it is not up
     * @param schema the schema of milesbot's tables
     * @param schemaVersion the schema's version; 0 if there is none yet
     * @param knownVersion the version this milesbot brings a schema to
     * @param counts how much is kept, or null if there is no schema
     */
    public record Status(
            @Nullable String address,
            @Nullable EmbeddedStatus embedded,
            @Nullable String version,
            String schema,
            int schemaVersion,
            int knownVersion,
            @Nullable Counts counts) {

        /** Whether the database takes connections. */
        public boolean isUp() {
            return version != null;
        }
    }

    /** Starts the server that comes along, or finds it running. Returns where it is, with secrets masked. */
    public String start() {
        embedded();
        return server.address().toString();
    }

    /** Stops the server that comes along; false if it was not running. */
    public boolean stop() {
        return embedded().stop();
    }

    private EmbeddedPostgres embedded() {
        return server.embedded()
                .orElseThrow(() -> new MilesbotException(
                        ErrorKind.CONFIGURATION, Text.of(DatabaseCare.class, "care.not_embedded")));
    }

    /** Brings the schema up to date and returns its version. */
    public int migrate() {
        try (Database database = open()) {
            return new Migrations(database).ensureCurrent();
        }
    }

    /** Lets go of what is of no more use; nothing if another process is at it. */
    public Optional<Tidied> tidy(KeepingSettings keeping) {
        try (Database database = open()) {
            new Migrations(database).ensureCurrent();
            return new TidyPipeline(new CaptureRetention(database), new Runs(database), new Locks(database), clock)
                    .run(keeping.leastTime(), keeping.mostBytes());
        }
    }

    /** How the database is; does not start one that is down. */
    public Status status() {
        Optional<EmbeddedStatus> embedded = server.embedded().map(EmbeddedPostgres::status);
        if (embedded.isPresent() && embedded.get().state() != State.RUNNING) {
            return new Status(null, embedded.get(), null, schema, 0, 0, null);
        }
        try (Database database = open()) {
            String version = database.serverVersion();
            Migrations migrations = new Migrations(database);
            int current = migrations.current();
            Counts counts = current == 0 ? null : new Promos(database).counts();
            return new Status(
                    database.address().toString(),
                    embedded.orElse(null),
                    version,
                    schema,
                    current,
                    migrations.known(),
                    counts);
        }
    }

    /** Looks whether the tables are sound. */
    public SchemaCheck.Findings check() {
        try (Database database = open()) {
            return new SchemaCheck(database).check();
        }
    }

    /** Keeps a copy of all data in a file. */
    public BackupManifest backup(Path file) {
        try (Database database = current()) {
            return new Backup(database, clock).backup(file);
        }
    }

    /** Brings the data of a copy back, and those of the plug-ins that are installed. */
    public Restored restore(Path file, boolean replace) {
        try (Database database = open()) {
            return new Backup(database, clock).restore(file, replace, this::steps);
        }
    }

    /** The steps of a plug-in's tables; none if it is not there or does not say them rightly. */
    private List<Migration> steps(String id) {
        try (Plugins installed = plugins.get()) {
            return installed.all().stream()
                    .filter(plugin -> plugin.id().equals(id))
                    .findFirst()
                    .map(LoadedPlugin::migrations)
                    .orElse(List.of());
        } catch (PluginException e) {
            log.warn("the tables of the plug-in {} stay in the backup: {}", id, e.getMessage());
            return List.of();
        }
    }

    /** Where the database is, for another program to enter it. */
    public DatabaseAddress address() {
        return server.address();
    }

    /** The schema of milesbot's tables. */
    public String schema() {
        return schema;
    }

    /** Runs SQL; the rows of each statement are handed over, its headings first. */
    public void run(String sql, Consumer<List<String>> rows) {
        try (Database database = current()) {
            new SqlScript(database).run(sql, rows);
        }
    }

    /** Drops the schema and all that is in it, and what plug-ins have beside it. */
    public void dropSchema() {
        try (Database database = open()) {
            PluginSchema.dropAll(database);
            database.dropSchema();
        }
    }

    private Database current() {
        Database database = open();
        new Migrations(database).ensureCurrent();
        return database;
    }

    private Database open() {
        return Database.open(server.address(), schema);
    }
}
