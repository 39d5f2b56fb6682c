package org.milesbot.cli.wiring;

import java.time.Clock;
import java.time.Duration;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.plugin.PluginSets;
import org.milesbot.scrapers.fetch.HttpFetcher;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Migrations;
import org.milesbot.store.db.PoolSettings;

/**
 * What the duties of one process have in common: the server, a few connections for short questions, one way to the network
 * and the plug-ins. Each piece of work has a connection of its own besides, for its locks. Safe for use by several threads.
 */
final class Household implements AutoCloseable {

    /** For the timetable and for questions of milliseconds; a statement that takes longer has no server to answer it. */
    private static final PoolSettings POOL = new PoolSettings(4, Duration.ofSeconds(20), Duration.ofSeconds(5));

    private final Settings settings;
    private final Clock clock;
    private final DatabaseServer server;
    private final Database pool;
    private final HttpFetcher fetcher;
    private final Fetchers fetchers;
    private final PluginSets plugins;

    /**
     * Starts the server that comes along if that is the one, and makes the tables current.
     *
     * @throws org.milesbot.api.MilesbotException if the database or the plug-ins are not as they should be
     */
    Household(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        server = new DatabaseServer(settings);
        String schema = settings.database().schema();
        try (Database once = Database.open(server.address(), schema)) {
            new Migrations(once).ensureCurrent();
        }
        pool = Database.pooled(server.address(), schema, POOL);
        Fetchers alone = new Fetchers(settings.fetching(), settings.plugins().directory(), clock);
        fetcher = alone.remembering(new KeptRobots(() -> pool, clock)).online();
        fetchers = alone.sharing(fetcher);
        PluginParts parts = new PluginParts(settings, clock, () -> pool);
        plugins = new PluginSets(settings.plugins().directory(), () -> parts.working(fetcher));
    }

    /** The parts for one piece of work, to be closed after it. */
    Wiring wiring() {
        return new Wiring(settings, clock, this);
    }

    DatabaseServer server() {
        return server.lent();
    }

    Fetchers fetchers() {
        return fetchers;
    }

    PluginSets plugins() {
        return plugins;
    }

    /** For questions that need no lock. */
    Database pool() {
        return pool;
    }

    /** A connection of its own, for locks. */
    Database another() {
        return pool.another();
    }

    @Override
    public void close() {
        plugins.close();
        fetcher.close();
        pool.close();
        server.close();
    }
}
