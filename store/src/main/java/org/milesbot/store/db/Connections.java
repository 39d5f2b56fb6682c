package org.milesbot.store.db;

import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** Lends connections to the threads that want to run statements; calls inside a call get the connection of the outer. */
sealed interface Connections permits OneConnection, Pool {

    /** Runs statements on a connection of which this thread has the only use for so long. */
    <T> T with(Function<Handle, T> work);

    /** How busy a pool is; nothing where there is none. */
    Optional<PoolFigures> figures();

    /** The connections of a pool for a library; an error where there is none. */
    DataSource source();

    /** Disconnects. */
    void close();
}
