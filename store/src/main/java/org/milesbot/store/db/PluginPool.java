package org.milesbot.store.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The connections of one plug-in, made when the first is wanted and let go of when none is for a minute. */
final class PluginPool implements AutoCloseable {

    private static final int MOST = 3;
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration WAIT_LIMIT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final DatabaseAddress address;
    private final String schema;
    private final @Nullable String role;
    private @Nullable HikariDataSource source;
    private boolean closed;

    /**
     * @param role with whose rights, or null for those of milesbot
     */
    PluginPool(DatabaseAddress address, String schema, @Nullable String role) {
        this.address = address;
        this.schema = schema;
        this.role = role;
    }

    Connection connect() throws SQLException {
        return source().getConnection();
    }

    private synchronized HikariDataSource source() throws SQLException {
        if (closed) {
            throw new SQLException("the tables of the plug-in are closed: milesbot is ending");
        }
        if (source == null) {
            source = made();
        }
        return source;
    }

    private HikariDataSource made() throws SQLException {
        try {
            return new HikariDataSource(config());
        } catch (PoolInitializationException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("milesbot-" + schema);
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(address.driverUrl());
        config.setDataSourceProperties(Session.properties(address, STATEMENT_TIMEOUT));
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(WAIT_LIMIT.toMillis());
        config.setThreadFactory(this::thread);
        config.setConnectionInitSql(
                Session.beginning(schema, STATEMENT_TIMEOUT) + (role == null ? "" : "; set role " + role));
        return config;
    }

    /** A thread begins with the class loader of whoever asks first: the pool's would seem to be left by the plug-in. */
    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "milesbot-" + schema);
        thread.setDaemon(true);
        thread.setContextClassLoader(PluginPool.class.getClassLoader());
        return thread;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (source != null) {
            source.close();
        }
    }
}
