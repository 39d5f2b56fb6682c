package org.milesbot.store.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.milesbot.api.Slugs;

/**
 * One schema of one database, connected to when it is first used. Safe for use by several threads.
 *
 * <p>Over one connection ({@link #open}), which is what a one-shot command needs, and quick to begin with, threads take
 * turns, each for one transaction. Advisory locks and settings belong to the connection, therefore a lost one is not
 * replaced behind the caller's back: whatever is asked of it fails from then on with an error of kind EXTERNAL.
 *
 * <p>Over a pool ({@link #pooled}), for a process that answers many at a time, each thread borrows a connection for as
 * long as {@link #with} or one of its like lasts, and what they call inside runs on the same one. A lost connection
 * fails what was running on it and is replaced. Nothing may be left on a connection after that: {@link Locks} refuses a
 * pool, and {@link #another} makes a single connection for whatever needs one of its own.
 */
public final class Database implements AutoCloseable {

    /** The schema of an installation. */
    public static final String SCHEMA = "milesbot";

    private final DatabaseAddress address;
    private final String schema;
    private final Connections connections;

    private Database(DatabaseAddress address, String schema, Connections connections) {
        this.address = address;
        this.schema = schema;
        this.connections = connections;
    }

    /** A database over one connection. */
    public static Database open(DatabaseAddress address, String schema) {
        String checked = Slugs.require("schema", schema);
        return new Database(address, checked, new OneConnection(address, checked, null));
    }

    /**
     * A database over one connection that is already there.
     *
     * @param first a connection that {@link #connect} made to the address; closed with the database
     */
    public static Database over(DatabaseAddress address, String schema, Connection first) {
        String checked = Slugs.require("schema", schema);
        return new Database(address, checked, new OneConnection(address, checked, first));
    }

    /**
     * A bare connection, for who wants to know how it fails.
     *
     * @throws SQLException if there is no way to the database
     */
    public static Connection connect(DatabaseAddress address) throws SQLException {
        return OneConnection.made(address);
    }

    /** A database over several connections, for several threads at once. */
    public static Database pooled(DatabaseAddress address, String schema, PoolSettings settings) {
        String checked = Slugs.require("schema", schema);
        return new Database(address, checked, new Pool(address, checked, settings));
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Which schema it works in. */
    public String schema() {
        return schema;
    }

    /** One connection of its own to the same schema, also beside a pool. */
    public Database another() {
        return open(address, schema);
    }

    /** How busy the pool is; nothing without one. */
    public Optional<PoolFigures> pool() {
        return connections.figures();
    }

    /**
     * The connections of the pool, for a library that wants them itself.
     *
     * @throws IllegalStateException if this is no pool
     * @throws org.milesbot.api.MilesbotException if there is no way to the database
     */
    public DataSource source() {
        return connections.source();
    }

    /** Connects if that has not happened, and returns the server's version, such as {@code 18.6}. */
    public String serverVersion() {
        return with(open ->
                open.createQuery("show server_version").mapTo(String.class).one());
    }

    /**
     * Runs statements, each in a transaction of its own.
     *
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION or EXTERNAL if there is no way to the database,
     *     EXTERNAL if it is lost, does not do its part, or has no connection to spare in time, INTERNAL if it refuses
     *     the statement
     */
    public <T> T with(Function<Handle, T> work) {
        try {
            return connections.with(work);
        } catch (JdbiException e) {
            throw DatabaseFailure.of(address, e);
        }
    }

    /** Runs statements in one transaction: all of them take effect, or none. Inside another it is part of that one. */
    public <T> T inTransaction(Function<Handle, T> work) {
        return with(open -> open.inTransaction(work::apply));
    }

    /**
     * Runs statements in one transaction, each with the plan that it had before: for those that are as quickly planned for
     * one value as for another, and whose planning takes longer than they do.
     */
    public <T> T inPlannedTransaction(Function<Handle, T> work) {
        return inTransaction(open -> {
            open.execute("set local plan_cache_mode to force_generic_plan");
            return work.apply(open);
        });
    }

    /** Runs statements in one transaction and returns nothing. */
    public void useTransaction(Consumer<Handle> work) {
        with(open -> {
            open.useTransaction(work::accept);
            return open;
        });
    }

    /** Runs statements in one transaction and takes them all back, whatever they did: to see what would come of them. */
    public <T> T tryOut(Function<Handle, T> work) {
        return with(open -> {
            open.begin();
            try {
                return work.apply(open);
            } finally {
                open.rollback();
            }
        });
    }

    /** Drops the schema and all that is in it, if it is there. */
    public void dropSchema() {
        useTransaction(open -> open.execute("drop schema if exists " + schema + " cascade"));
    }

    /** Disconnects, which lets go of all locks. */
    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s schema %s", address, schema);
    }
}
