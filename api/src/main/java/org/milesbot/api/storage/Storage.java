package org.milesbot.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/**
 * A plug-in's own tables in milesbot's PostgreSQL, as its migrations made them. Safe for use by several threads.
 *
 * <p>Names without a schema mean the plug-in's own. Where the database lets it, connections have the rights of a role that
 * reaches nothing else.
 */
public interface Storage {

    /**
     * A connection, for the caller to close soon: there are three for all threads of a process. It commits by itself until it
     * is told otherwise; what is not committed when it is closed is taken back. A statement may take 30 seconds.
     *
     * @throws SQLException if there is none to be had in ten seconds
     * @throws MilesbotException of kind CONFIGURATION where there are no tables: the plug-in has no migrations, or the command
     *     no database, such as the one that lists plug-ins
     */
    Connection connect() throws SQLException;

    /** Whether there are tables here. */
    default boolean isAvailable() {
        return true;
    }

    /**
     * Works in one transaction: all of it takes effect, or, if it throws, none.
     *
     * @throws SQLException if the database refuses it
     */
    default <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {

        /** Uses the connection, and leaves its end to who called. */
        T on(Connection connection) throws SQLException;
    }

    /** No tables: refuses every connection. */
    static Storage none() {
        return new Storage() {
            @Override
            public Connection connect() {
                throw new MilesbotException(ErrorKind.CONFIGURATION, Text.of(Storage.class, "storage.none"));
            }

            @Override
            public boolean isAvailable() {
                return false;
            }
        };
    }
}
