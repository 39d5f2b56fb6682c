package org.milesbot.store.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.postgresql.Driver;

/** Several connections, made when the first is wanted. Plug-ins have another, {@link PluginPool}. */
final class Pool implements Connections {

    private final DatabaseAddress address;
    private final String schema;
    private final PoolSettings settings;
    /** Of this pool: a thread may be inside another one at the same time. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Handle> lent = new ThreadLocal<>();

    private volatile @Nullable Made made;
    private boolean closed;

    Pool(DatabaseAddress address, String schema, PoolSettings settings) {
        this.address = address;
        this.schema = schema;
        this.settings = settings;
    }

    private record Made(HikariDataSource source, Jdbi jdbi) {}

    @Override
    public <T> T with(Function<Handle, T> work) {
        Handle outer = lent.get();
        if (outer != null) {
            return work.apply(outer);
        }
        try (Handle open = borrow()) {
            lent.set(open);
            return work.apply(open);
        } finally {
            lent.remove();
        }
    }

    @Override
    public DataSource source() {
        return made().source();
    }

    private Handle borrow() {
        Made pool = made();
        try {
            return pool.jdbi().open();
        } catch (JdbiException e) {
            throw pool.source().isClosed() ? closedAlready() : failure(e);
        }
    }

    /** A wait that was in vain is told by its reason: no server, or none to spare. */
    private MilesbotException failure(JdbiException error) {
        SQLException sql = DatabaseFailure.sqlException(error);
        if (!(sql instanceof SQLTransientConnectionException)) {
            return DatabaseFailure.of(address, error);
        }
        return sql.getCause() instanceof SQLException reason
                ? DatabaseFailure.of(address, reason)
                : DatabaseFailure.busy(address, settings, error);
    }

    private Made made() {
        Made known = made;
        return known == null ? make() : known;
    }

    private synchronized Made make() {
        if (closed) {
            throw closedAlready();
        }
        Made known = made;
        if (known == null) {
            known = connect();
            made = known;
        }
        return known;
    }

    private Made connect() {
        try {
            HikariDataSource source = new HikariDataSource(config());
            return new Made(source, Session.with(Jdbi.create(source)));
        } catch (PoolInitializationException e) {
            throw DatabaseFailure.of(address, e);
        }
    }

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("milesbot-" + schema);
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(address.driverUrl());
        config.setDataSourceProperties(Session.properties(address, settings.statementTimeout()));
        config.setMaximumPoolSize(settings.size());
        config.setConnectionTimeout(settings.waitLimit().toMillis());
        // A plan that fits all values of a page's many optional filters fits none of them; compiling one costs more
        // than
        // a page may take.
        config.setConnectionInitSql(Session.beginning(schema, settings.statementTimeout())
                + "; set plan_cache_mode to force_custom_plan; set jit to off");
        return config;
    }

    private static IllegalStateException closedAlready() {
        return new IllegalStateException("the database is closed");
    }

    @Override
    public Optional<PoolFigures> figures() {
        Made known = made;
        HikariPoolMXBean pool = known == null ? null : known.source().getHikariPoolMXBean();
        return Optional.of(
                pool == null
                        ? new PoolFigures(settings.size(), 0, 0, 0)
                        : new PoolFigures(
                                settings.size(),
                                pool.getActiveConnections(),
                                pool.getIdleConnections(),
                                pool.getThreadsAwaitingConnection()));
    }

    @Override
    public synchronized void close() {
        closed = true;
        Made known = made;
        if (known != null) {
            known.source().close();
        }
    }
}
