package org.milesbot.store.db;

import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.postgres.PostgresPlugin;

/** What all connections have in common. */
final class Session {

    private static final int CONNECT_SECONDS = 10;

    /** The socket waits so much longer than any statement may take that the server's own sentence comes first. */
    private static final int SOCKET_MORE_SECONDS = 60;

    private Session() {}

    /** What the driver has to know to connect. */
    static Properties properties(DatabaseAddress address, Duration statementTimeout) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "milesbot");
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(2 * CONNECT_SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(statementTimeout.toSeconds() + SOCKET_MORE_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(address.options());
        properties.setProperty("user", address.user());
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        return properties;
    }

    /**
     * The first statement: one round trip; after the start-up packet, since poolers refuse settings inside it. The server
     * looks after us, too, so that the locks of a machine that is cut off are another's after a minute, not after two hours; nor
     * after a quarter of an hour, if it was just answering, when it sends the answer again and again instead of asking for us.
     */
    static String beginning(String schema, Duration statementTimeout) {
        long lockMillis = Math.min(statementTimeout.toMillis(), 30_000);
        return String.format(
                Locale.ROOT,
                "set search_path to %s; set statement_timeout to '%dms'; set lock_timeout to '%dms';"
                        + " set timezone to 'UTC'; set tcp_keepalives_idle to 30; set tcp_keepalives_interval to 10;"
                        + " set tcp_keepalives_count to 3; set tcp_user_timeout to '60s'",
                schema,
                statementTimeout.toMillis(),
                lockMillis);
    }

    /** The same habits for all statements. */
    static Jdbi with(Jdbi jdbi) {
        jdbi.installPlugin(new PostgresPlugin());
        jdbi.getConfig(SqlStatements.class)
                .setUnusedBindingAllowed(false)
                .setSqlParser(new NamedParameters())
                .setTemplateEngine(new Templates());
        return jdbi;
    }
}
