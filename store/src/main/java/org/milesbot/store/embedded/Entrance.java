package org.milesbot.store.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.milesbot.store.db.DatabaseAddress;
import org.postgresql.Driver;

/** Tries the door of the server: what its files say of it may be long past. */
final class Entrance {

    private static final int TCP_MILLIS = 1_000;
    private static final int ROUNDS_CAN_BE_SET = 16;

    private Entrance() {}

    /** Whether the server lets us in. A server without milesbot's database, whose maker was killed, gets it. */
    static boolean isOpen(DatabaseAddress address, Path log) {
        if (!listens(address)) {
            return false;
        }
        try {
            connect(address, address.database()).close();
            return true;
        } catch (SQLException e) {
            return switch (Objects.requireNonNullElse(e.getSQLState(), "")) {
                case "3D000" -> createDatabase(address, log);
                case "28P01", "28000" -> throw Failures.configuration(e, "other-password", address.server());
                case "53300" -> throw Failures.external(e, "crowded", address.server());
                // It starts, stops, or is another program.
                default -> false;
            };
        }
    }

    /**
     * Sees to it that entering is quick: what the server keeps of the password is worked out with one round instead of
     * 4,096, which cost each command more than all else about its connection. Rounds make guessing slow, and nobody guesses
     * a password of 192 random bits; those of other roles are kept as before. Servers before 16 know no other number.
     */
    static void quicken(DatabaseAddress address, Path log) {
        try (Connection connection = connect(address, address.database());
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

    private static boolean listens(DatabaseAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), TCP_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean createDatabase(DatabaseAddress address, Path log) {
        try (Connection connection = connect(address, "postgres");
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

    private static Connection connect(DatabaseAddress address, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", Objects.requireNonNullElse(address.password(), ""));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("ApplicationName", "milesbot");
        String url = "jdbc:postgresql://" + address.server() + "/" + database;
        return Objects.requireNonNull(new Driver().connect(url, properties), "not our address");
    }
}
