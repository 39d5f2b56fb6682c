package org.milesbot.store.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One plain connection that is made at the first use and never replaced; threads take turns. */
final class OneConnection implements Connections {

    private static final Logger log = LoggerFactory.getLogger(OneConnection.class);
    private static final Duration STATEMENT_TIMEOUT = Duration.ofMinutes(2);

    private final DatabaseAddress address;
    private final String schema;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Connection unused;
    private @Nullable Handle handle;
    private boolean closed;

    /**
     * @param first a connection to begin with, or null to make one at the first use
     */
    OneConnection(DatabaseAddress address, String schema, @Nullable Connection first) {
        this.address = address;
        this.schema = schema;
        this.unused = first;
    }

    /** A plain connection of which nobody has made anything yet. */
    static Connection made(DatabaseAddress address) throws SQLException {
        return Objects.requireNonNull(
                new Driver().connect(address.driverUrl(), Session.properties(address, STATEMENT_TIMEOUT)),
                "not our address");
    }

    @Override
    public <T> T with(Function<Handle, T> work) {
        turn.lock();
        try {
            return work.apply(handle());
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Optional<PoolFigures> figures() {
        return Optional.empty();
    }

    @Override
    public DataSource source() {
        throw new IllegalStateException("a library wants several connections, and this is one");
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
            Connection connection = unused == null ? made(address) : unused;
            unused = null;
            Handle open = Session.with(Jdbi.create(connection)).open();
            open.execute(Session.beginning(schema, STATEMENT_TIMEOUT));
            return open;
        } catch (SQLException | JdbiException e) {
            throw DatabaseFailure.of(address, e);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            if (handle != null) {
                handle.close();
                handle.getConnection().close();
            }
            if (unused != null) {
                unused.close();
            }
        } catch (SQLException | JdbiException e) {
            // The server notices a connection that was not closed in order, and lets go all the same.
            log.debug("connection to {} not closed in order", address, e);
        } finally {
            handle = null;
            turn.unlock();
        }
    }
}
