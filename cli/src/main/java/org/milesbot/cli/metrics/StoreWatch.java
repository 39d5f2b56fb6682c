package org.milesbot.cli.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.cli.metrics.Seen.State;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Migrations;
import org.milesbot.store.metric.Readings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the database by a connection of its own, which is made anew when it is lost. A look takes no longer than its time,
 * whatever the database does. For use by several threads: those who ask while one looks get what it sees, so that however
 * many ask, the database is asked once.
 */
public final class StoreWatch implements AutoCloseable {

    /** How long a look may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(StoreWatch.class);

    private final Supplier<Database> connections;
    private final Clock clock;
    private final Duration patience;
    private final ExecutorService eye = Executors.newSingleThreadExecutor(StoreWatch::thread);
    private final int known;
    private @Nullable Database database;
    private @Nullable Future<Seen> look;
    private long began;

    /**
     * @param connections makes a connection that nobody else uses, each time it is asked
     */
    public StoreWatch(Supplier<Database> connections, Clock clock) {
        this(connections, clock, PATIENCE);
    }

    StoreWatch(Supplier<Database> connections, Clock clock, Duration patience) {
        this.connections = connections;
        this.clock = clock;
        this.patience = patience;
        this.known = Migrations.bundled();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "milesbot-metrics");
        thread.setDaemon(true);
        return thread;
    }

    /** Looks now. */
    Seen look() {
        Future<Seen> current = begin();
        try {
            return current.get(patienceLeft().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.debug("the database has not answered", e);
            return seen(State.TOO_SLOW, 0, null, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return seen(State.TOO_SLOW, 0, null, patience);
        } catch (ExecutionException e) {
            log.warn("the database could not be looked at", e);
            return seen(State.DOWN, 0, null, Duration.ZERO);
        }
    }

    private synchronized Future<Seen> begin() {
        if (look == null || look.isDone()) {
            began = System.nanoTime();
            look = eye.submit(this::read);
        }
        return look;
    }

    /** A look that has been under way for too long is not waited for again. */
    private synchronized Duration patienceLeft() {
        Duration left = patience.minusNanos(System.nanoTime() - began);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Seen read() {
        long from = System.nanoTime();
        try {
            Database open = connection();
            int current = new Migrations(open).current();
            boolean isOurs = current == known;
            Readings readings = isOurs ? Readings.of(open, clock, patience) : null;
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            return seen(isOurs ? State.READ : State.OTHER_SCHEMA, current, readings, took);
        } catch (MilesbotException e) {
            log.warn("the database could not be read: {}", e.getMessage());
            letGo();
            return seen(State.DOWN, 0, null, Duration.ofNanos(System.nanoTime() - from));
        }
    }

    private Seen seen(State state, int schema, @Nullable Readings readings, Duration took) {
        return new Seen(clock.instant(), state, schema, known, readings, took);
    }

    private synchronized Database connection() {
        if (database == null) {
            database = connections.get();
        }
        return database;
    }

    private void letGo() {
        Database lost;
        synchronized (this) {
            lost = database;
            database = null;
        }
        if (lost != null) {
            lost.close();
        }
    }

    @Override
    public void close() {
        eye.shutdownNow();
        try {
            if (eye.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                letGo();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
