package org.milesbot.cli.wiring;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.config.WebSettings;
import org.milesbot.cli.metrics.Metrics;
import org.milesbot.cli.metrics.StoreWatch;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.plugin.OfEachSet;
import org.milesbot.cli.plugin.PluginSets;
import org.milesbot.cli.web.Endpoint;
import org.milesbot.cli.web.EndpointTable;
import org.milesbot.cli.web.Guests;
import org.milesbot.cli.web.Traffic;
import org.milesbot.cli.web.WebLimits;
import org.milesbot.cli.web.WebServer;
import org.milesbot.cli.web.monitor.Monitor;
import org.milesbot.cli.web.page.PageFraming;
import org.milesbot.cli.web.page.Templates;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.PoolSettings;
import org.milesbot.store.metric.MetricLog;

/** Makes the web server, and lets go of it when the work is done. */
public final class Website {

    /** A few do for many who read; what takes longer than a page may is not worth waiting for. */
    private static final PoolSettings POOL = new PoolSettings(6, Duration.ofSeconds(8), Duration.ofSeconds(4));

    private final Settings settings;
    private final WebSettings web;
    private final Clock clock;
    private final Database database;
    private final Monitoring monitoring;
    private final PluginSets plugins;
    private volatile URI listening = URI.create("http://127.0.0.1/");

    /** What is done while the server listens. */
    @FunctionalInterface
    public interface Work {

        /**
         * Waits until it is over.
         *
         * @param address of the first page, such as {@code http://127.0.0.1:8080/}
         */
        void with(String address) throws InterruptedException;
    }

    Website(
            Settings settings,
            WebSettings web,
            Clock clock,
            Database database,
            Monitoring monitoring,
            PluginSets plugins) {
        this.settings = settings;
        this.web = web;
        this.clock = clock;
        this.database = database;
        this.monitoring = monitoring;
        this.plugins = plugins;
    }

    @SuppressWarnings("try") // What listens is told of changes, and that is all there is to do with it.
    void run(Work work) throws InterruptedException {
        Templates templates = new Templates();
        try (Database pool = Database.pooled(database.address(), database.schema(), POOL);
                WatchedSources sources = new WatchedSources(settings, clock, pool, plugins);
                StoreWatch watch = monitoring.watch()) {
            List<Endpoint> endpoints = new ArrayList<>(
                    new SiteEndpoints(web, clock, plugins, sources, this::site).over(shelf(pool), templates));
            Metrics metrics = monitoring.metrics(watch);
            metrics.tellOf(() -> pool.pool().orElseThrow());
            endpoints.addAll(Monitor.endpoints(metrics, monitoring.health(watch)));
            Set<String> routes = endpoints.stream().map(Endpoint::path).collect(Collectors.toSet());
            // What comes is no path that somebody asked for, but the one that an endpoint names.
            Traffic traffic =
                    new CountedTraffic(metrics.web(route -> routes.contains(route) || route.startsWith(Guests.PATH)));
            MetricLog faults = new MetricLog(pool);
            OfEachSet<EndpointTable> guests = new OfEachSet<>(plugins, now -> PluginPages.of(now, faults));
            guests.make();
            try (WebServer server = new WebServer(
                            manner(), endpoints, guests::use, new PageFraming(templates), traffic, clock);
                    PluginSets.Listening changes = plugins.onChange(guests::make)) {
                listening = address(web.host(), server.start());
                work.with(listening.toString());
            }
        }
    }

    private Shelf shelf(Database pool) {
        return Shelf.remembering(pool, settings.score(), ProgramNames.known(), clock);
    }

    private static URI address(String host, int port) {
        String written = host.contains(":") ? "[" + host.replace("%", "%25") + "]" : host;
        return URI.create("http://" + written + ":" + port + "/");
    }

    /** Where people see the pages. */
    private URI site() {
        return Objects.requireNonNullElse(web.url(), listening);
    }

    private WebServer.Manner manner() {
        InetSocketAddress address = new InetSocketAddress(web.host(), web.port());
        if (address.isUnresolved()) {
            throw new MilesbotException(ErrorKind.CONFIGURATION, Text.of(Website.class, "web.host", web.host()));
        }
        return new WebServer.Manner(
                address, web.proxies(), settings.output().language(), WebLimits.DEFAULT.withPerSecond(web.rate()));
    }
}
