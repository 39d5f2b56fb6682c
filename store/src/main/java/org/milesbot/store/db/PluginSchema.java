package org.milesbot.store.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.storage.Storage;

/**
 * The schema of one plug-in beside milesbot's own: made, brought up to what the plug-in knows, and lent to it. Its own
 * history of migrations lies in it. Where the database's user may make roles, one that reaches nothing but this schema owns
 * it and works in it. Safe for use by several threads.
 */
public final class PluginSchema implements Storage, AutoCloseable {

    private final Database core;
    private final String plugin;
    private final String schema;
    private final List<Migration> migrations;
    private final PluginPool pool;

    private PluginSchema(Database core, String plugin, List<Migration> migrations) {
        this.core = core;
        this.plugin = plugin;
        this.schema = nameOf(plugin, core.schema());
        this.migrations = List.copyOf(migrations);
        this.pool = new PluginPool(core.address(), schema, ensureCurrent());
    }

    /**
     * Makes the tables of a plug-in current.
     *
     * @param core milesbot's own schema in the same database
     * @param migrations in the order of their versions, at least one
     * @throws MilesbotException of kind CONFIGURATION if the tables are newer than all migrations, INTERNAL if the database
     *     refuses one or one was changed after it was run, EXTERNAL if the database is lost
     */
    public static PluginSchema current(Database core, String plugin, List<Migration> migrations) {
        return new PluginSchema(core, plugin, migrations);
    }

    /**
     * The schema of a plug-in: {@code plugin_<id>}; beside a schema of milesbot that is not the usual one, under that one's
     * name, so that a demo and two installations in one database do not meet in it.
     */
    public static String nameOf(String plugin, String core) {
        String name = (core.equals(Database.SCHEMA) ? "" : core + "_") + "plugin_" + plugin;
        if (!Slugs.isSlug(PluginRoles.nameOf(name))) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(PluginSchema.class, "plugin-long", plugin, name));
        }
        return name;
    }

    /** Drops the schemas of all plug-ins beside a schema of milesbot. */
    public static void dropAll(Database core) {
        core.useTransaction(open ->
                all(open, core.schema()).forEach(plugin -> drop(open, nameOf(plugin, core.schema()))));
    }

    /** The ids of the plug-ins that have a schema beside one of milesbot. */
    static List<String> all(Handle open, String core) {
        String prefix = nameOf("", core);
        return open.createQuery("select nspname from pg_namespace where starts_with(nspname, :prefix) order by nspname")
                .bind("prefix", prefix)
                .mapTo(String.class)
                .map(schema -> schema.substring(prefix.length()))
                .filter(Slugs::isSlug)
                .list();
    }

    static void drop(Handle open, String schema) {
        open.execute("drop schema if exists " + schema + " cascade");
    }

    /** Works in a schema of a plug-in as its owner, where that is a role of its own. */
    static void become(Handle transaction, String schema) {
        String role = PluginRoles.nameOf(schema);
        if (PluginRoles.owner(transaction, schema).filter(role::equals).isPresent()) {
            transaction.execute("set local role " + role);
        }
    }

    static void becomeOneself(Handle transaction) {
        transaction.execute("reset role");
    }

    /** The version of a plug-in's schema; 0 if there is no history of it. */
    static int version(Handle open, String schema) {
        boolean hasHistory = open.createQuery("select to_regclass(:table) is not null")
                .bind("table", schema + ".flyway_schema_history")
                .mapTo(Boolean.class)
                .one();
        return hasHistory ? Migrations.version(open, schema + ".flyway_schema_history") : 0;
    }

    /** How it is: nothing made yet, or owned by somebody and of a version. */
    private record State(@Nullable String owner, int version) {}

    /** Returns with whose rights the plug-in works in it; null for milesbot's. */
    private @Nullable String ensureCurrent() {
        State state = core.with(open -> PluginRoles.owner(open, schema)
                .map(owner -> new State(owner, version(open, schema)))
                .orElse(new State(null, 0)));
        int known = migrations.get(migrations.size() - 1).version();
        if (state.version() > known) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(
                            PluginSchema.class,
                            "plugin-newer",
                            plugin,
                            schema,
                            String.valueOf(state.version()),
                            String.valueOf(known)));
        }
        String owner = state.version() < known ? migrate() : state.owner();
        return PluginRoles.nameOf(schema).equals(owner) ? owner : null;
    }

    /** Alone, whoever else wants to. Returns the schema's owner. */
    private @Nullable String migrate() {
        try (Database alone = Database.open(core.address(), schema)) {
            String owner = alone.with(open -> {
                Locks.acquire(open, Locks.key(alone, "migrations"));
                return PluginRoles.makeSchema(open, schema);
            });
            boolean isOwned = PluginRoles.nameOf(schema).equals(owner);
            FlywayRun.migrate(alone, migrations, isOwned ? owner : null);
            return owner;
        } catch (FlywayException e) {
            throw refused(e);
        }
    }

    /** Only a lost database is not the plug-in's fault. */
    private MilesbotException refused(FlywayException error) {
        MilesbotException known = DatabaseFailure.of(core.address(), error);
        if (known.kind() == ErrorKind.EXTERNAL) {
            return known;
        }
        SQLException sql = DatabaseFailure.sqlException(error);
        String reason = String.valueOf(sql == null ? error.getMessage() : sql.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(2)
                .reduce((first, second) -> first + " " + second)
                .orElse("");
        return new MilesbotException(
                ErrorKind.INTERNAL, Text.of(PluginSchema.class, "plugin-migration", plugin, schema, reason), error);
    }

    @Override
    public Connection connect() throws SQLException {
        return pool.connect();
    }

    /** Takes all connections back. */
    @Override
    public void close() {
        pool.close();
    }
}
