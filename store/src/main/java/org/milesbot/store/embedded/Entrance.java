package org.milesbot.store.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.milesbot.store.db.DatabaseAddress;
import org.postgresql.Driver;

/** Tries the door of the server: what its files say of it may be long past. */
final class Entrance {

    private static final int TCP_MILLIS = 1_000;

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
