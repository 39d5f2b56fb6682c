package org.milesbot.store.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One schema of one database, by one plain connection that is made at the first use: what a one-shot command needs, and
 * quick to begin with.
 *
 * <p>Safe for use by several threads: they take turns, each for one transaction. Advisory locks and settings belong to
 * the connection, therefore a lost one is not replaced behind the caller's back: whatever is asked of it fails from then
 * on with an error of kind EXTERNAL.
 */
public final class Database implements AutoCloseable {

    /** The schema of an installation. */
    public static final String SCHEMA = "milesbot";

    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int CONNECT_SECONDS = 10;

    /** Longer than any statement may take, so that the server's own sentence comes first. */
    private static final int SOCKET_SECONDS = 180;

    private final DatabaseAddress address;
    private final String schema;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Handle handle;
    private boolean closed;

    private Database(DatabaseAddress address, String schema) {
        this.address = address;
        this.schema = Slugs.require("schema", schema);
    }

    /** A database that will be connected to when it is first used. */
    public static Database open(DatabaseAddress address, String schema) {
        return new Database(address, schema);
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Which schema it works in. */
    public String schema() {
        return schema;
    }

    /**
     * Another connection of its own to the same schema.
     */
    public Database another() {
        return new Database(address, schema);
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
     *     EXTERNAL if it is lost or does not do its part, INTERNAL if it refuses the statement
     */
    public <T> T with(Function<Handle, T> work) {
        turn.lock();
        try {
            return work.apply(handle());
        } catch (JdbiException e) {
            throw DatabaseFailure.of(address, e);
        } finally {
            turn.unlock();
        }
    }

    /** Runs statements in one transaction: all of them take effect, or none. Inside another it is part of that one. */
    public <T> T inTransaction(Function<Handle, T> work) {
        return with(open -> open.inTransaction(work::apply));
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

    private Handle handle() {
        if (closed) {
            throw new IllegalStateException("the database is closed");
        }
        if (handle == null) {
            handle = connect();
        }
        return handle;
    }

    private Handle connect() {
        try {
            Connection connection = Objects.requireNonNull(
                    new Driver().connect(address.driverUrl(), properties(address)), "not our address");
            Jdbi jdbi = Jdbi.create(connection).installPlugin(new PostgresPlugin());
            jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
            Handle open = jdbi.open();
            // One round trip; after the start-up packet, since poolers refuse settings inside it.
            open.execute("set search_path to " + schema
                    + "; set statement_timeout to '120s'; set lock_timeout to '30s'; set timezone to 'UTC'");
            return open;
        } catch (SQLException | JdbiException e) {
            throw DatabaseFailure.of(address, e);
        }
    }

    private static Properties properties(DatabaseAddress address) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "milesbot");
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(2 * CONNECT_SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(SOCKET_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(address.options());
        properties.setProperty("user", address.user());
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        return properties;
    }

    /** Disconnects, which lets go of all locks. */
    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            if (handle != null) {
                handle.close();
                handle.getConnection().close();
            }
        } catch (SQLException | JdbiException e) {
            // The server notices a connection that was not closed in order, and lets go all the same.
            log.debug("connection to {} not closed in order", address, e);
        } finally {
            handle = null;
            turn.unlock();
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s schema %s", address, schema);
    }
}
