package org.milesbot.store.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the door of the server: what its files say of it may be long past. */
final class Entrance {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final int ROUNDS_CAN_BE_SET = 16;

    private Entrance() {}

    /** A way in, if the server lets us. A server without milesbot's database, whose maker was killed, gets it. */
    static Optional<Connection> enter(DatabaseAddress address, Path log) {
        try {
            return Optional.of(Database.connect(address));
        } catch (SQLException e) {
            return switch (Objects.requireNonNullElse(e.getSQLState(), "")) {
                case "3D000" -> createDatabase(address, log) ? enter(address, log) : Optional.empty();
                case "28P01", "28000" -> throw Failures.configuration(e, "other-password", address.server());
                case "53300" -> throw Failures.external(e, "crowded", address.server());
                // It starts, stops, or is another program.
                default -> Optional.empty();
            };
        }
    }

    /** Whether there is a way in; nobody goes it. */
    static boolean isOpen(DatabaseAddress address, Path log) {
        Optional<Connection> entered = enter(address, log);
        entered.ifPresent(Entrance::leave);
        return entered.isPresent();
    }

    static void leave(Connection entered) {
        try {
            entered.close();
        } catch (SQLException e) {
            // The server notices by itself.
            LOG.debug("a connection was not closed in order", e);
        }
    }

    /**
     * Sees to it that entering is quick: what the server keeps of the password is worked out with one round instead of
     * 4,096, which cost each command more than all else about its connection. Rounds make guessing slow, and nobody guesses
     * a password of 192 random bits; those of other roles are kept as before. Servers before 16 know no other number.
     */
    static void quicken(DatabaseAddress address, Path log) {
        try (Connection connection = Database.connect(address);
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() >= ROUNDS_CAN_BE_SET && !isQuick(statement)) {
                statement.execute("set scram_iterations = 1");
                statement.execute("alter role current_user password "
                        + statement.enquoteLiteral(Objects.requireNonNullElse(address.password(), "")));
            }
        } catch (SQLException e) {
            throw Failures.external(e, "not-started", address.server(), Failures.reason(e), log);
        }
    }

    private static boolean isQuick(Statement statement) throws SQLException {
        try (ResultSet role = statement.executeQuery(
                "select rolpassword like 'SCRAM-SHA-256$1:%' from pg_authid where rolname = current_user")) {
            return role.next() && role.getBoolean(1);
        }
    }

    private static boolean createDatabase(DatabaseAddress address, Path log) {
        try (Connection connection = Database.connect(of(address, "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + Cluster.ROLE);
            return true;
        } catch (SQLException e) {
            if ("42P04".equals(e.getSQLState()) || "23505".equals(e.getSQLState())) {
                return true;
            }
            throw Failures.external(e, "not-started", address.server(), Failures.reason(e), log);
        }
    }

    private static DatabaseAddress of(DatabaseAddress address, String database) {
        return new DatabaseAddress(
                address.host(), address.port(), database, address.user(), address.password(), address.options());
    }
}
