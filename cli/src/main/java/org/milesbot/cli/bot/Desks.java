package org.milesbot.cli.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.db.Database;

/** Connections to work at desks by, some for many threads. One that is lost is replaced. */
final class Desks implements AutoCloseable {

    private final Supplier<Database> connections;
    private final BlockingQueue<Database> free;

    Desks(int many, Supplier<Database> connections) {
        this.connections = connections;
        free = new ArrayBlockingQueue<>(many);
        for (int i = 0; i < many; i++) {
            free.add(connections.get());
        }
    }

    /**
     * Works by a connection that nobody else uses meanwhile.
     *
     * @throws MilesbotException as the work does; of kind EXTERNAL if the database is not there, and then the next one finds
     *     another connection
     */
    <T> T with(Function<Database, T> work) throws InterruptedException {
        Database own = free.take();
        boolean isLost = false;
        try {
            return work.apply(own);
        } catch (MilesbotException e) {
            isLost = e.kind() == ErrorKind.EXTERNAL;
            throw e;
        } finally {
            if (isLost) {
                own.close();
            }
            free.add(isLost ? connections.get() : own);
        }
    }

    @Override
    public void close() {
        List<Database> all = new ArrayList<>();
        free.drainTo(all);
        all.forEach(Database::close);
    }
}
