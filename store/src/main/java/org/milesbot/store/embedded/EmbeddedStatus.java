package org.milesbot.store.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the embedded server is.
 *
 * @param state whether it runs
 * @param pid the process of the server, or null if it does not run
 * @param port its port, or null if it does not run
 * @param major the major version that made the data, or null if there are none
 * @param data where the data are
 * @param log where the server writes what it has to say
 */
public record EmbeddedStatus(
        State state,
        @Nullable Long pid,
        @Nullable Integer port,
        @Nullable Integer major,
        Path data,
        Path log) {

    /** Whether the server runs. */
    public enum State {
        /** There are no data yet; the first start makes them. */
        ABSENT,
        /** There are data and no server. */
        STOPPED,
        /** The server takes connections. */
        RUNNING,
        /** There is a server that takes none: it starts, mends itself after a crash, or stops. */
        BUSY
    }
}
