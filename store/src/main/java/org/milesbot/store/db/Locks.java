package org.milesbot.store.db;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Named locks that all processes of one database and schema share. They live on the database's connection: the server
 * lets go of them when the process ends, however it ends. Safe for use by several threads.
 */
public final class Locks {

    private final Database database;
    /** The server lets one connection take the same lock twice; this does not. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /**
     * One instance for each database object: what it holds, it knows of by itself only.
     *
     * @throws IllegalArgumentException if the database is a pool, whose connections go from hand to hand
     */
    public Locks(Database database) {
        if (database.pool().isPresent()) {
            throw new IllegalArgumentException("locks need one connection, and this is a pool: take another()");
        }
        this.database = database;
    }

    /** A lock that is held until it is closed. */
    public interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** Takes the lock if nobody holds it, without waiting. */
    public Optional<Held> tryAcquire(String name) {
        String key = key(database, name);
        if (!held.add(key)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            taken = database.with(open -> open.createQuery("select pg_try_advisory_lock(hashtextextended(:key, 0))")
                    .bind("key", key)
                    .mapTo(Boolean.class)
                    .one());
        } finally {
            if (!taken) {
                held.remove(key);
            }
        }
        return taken ? Optional.of(() -> release(key)) : Optional.empty();
    }

    private void release(String key) {
        if (held.remove(key)) {
            database.with(open -> unlock(open, key));
        }
    }

    static String key(Database database, String name) {
        return "milesbot/" + database.schema() + "/" + name;
    }

    /** Waits until the lock is free. Not for longer than the socket waits for an answer. */
    static void acquire(Handle open, String key) {
        open.execute("set statement_timeout to 0; set lock_timeout to '150s'");
        open.createQuery("select pg_advisory_lock(hashtextextended(:key, 0))::text")
                .bind("key", key)
                .mapTo(String.class)
                .one();
    }

    static boolean unlock(Handle open, String key) {
        return open.createQuery("select pg_advisory_unlock(hashtextextended(:key, 0))")
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }
}
