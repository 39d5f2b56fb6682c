package org.milesbot.cli.wiring;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.config.Password;
import org.milesbot.cli.config.WebSettings;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.cli.web.Endpoint;
import org.milesbot.cli.web.admin.Admin;
import org.milesbot.cli.web.admin.Controls;
import org.milesbot.cli.web.admin.Controls.PluginLine;
import org.milesbot.cli.web.admin.Sessions;
import org.milesbot.cli.web.feed.Feeds;
import org.milesbot.cli.web.json.JsonApi;
import org.milesbot.cli.web.page.Pages;
import org.milesbot.cli.web.page.Templates;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.metric.MetricLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that the web server answers.
 *
 * @param web its settings
 * @param clock the time
 * @param plugins whose pages are among it
 * @param sources how they do
 * @param site where people see it; known once it listens
 */
record SiteEndpoints(
        WebSettings web, Clock clock, List<LoadedPlugin> plugins, WatchedSources sources, Supplier<URI> site) {

    private static final Logger log = LoggerFactory.getLogger(SiteEndpoints.class);

    SiteEndpoints {
        plugins = List.copyOf(plugins);
    }

    List<Endpoint> over(Shelf shelf, Templates templates) {
        List<Endpoint> endpoints = new ArrayList<>();
        Pages.routes(shelf, sources::overview, templates).forEach(route -> endpoints.add(Endpoint.of(route)));
        JsonApi.routes(shelf, sources::overview).forEach(route -> endpoints.add(Endpoint.of(route)));
        Feeds.routes(shelf, site).forEach(route -> endpoints.add(Endpoint.of(route)));
        endpoints.addAll(guests(new MetricLog(shelf.database())));
        endpoints.addAll(operators(shelf, templates));
        return endpoints;
    }

    private List<Endpoint> guests(MetricLog faults) {
        List<Endpoint> guests = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            try {
                plugin.webRoutes()
                        .forEach(route -> guests.add(Endpoint.of(counted(route, plugin.id(), faults), plugin.id())));
            } catch (PluginException e) {
                log.warn("the pages of the plug-in {} are left out", plugin.id(), e);
            }
        }
        return guests;
    }

    /** The same, and its faults are counted. */
    private static WebRoute counted(WebRoute route, String plugin, MetricLog faults) {
        return new WebRoute(route.method(), route.path(), request -> {
            try {
                return route.handler().answer(request);
            } catch (PluginException e) {
                if (e.kind() != ErrorKind.USAGE) {
                    faults.countPluginError(plugin);
                }
                throw e;
            }
        });
    }

    /** None without a password. */
    private List<Endpoint> operators(Shelf shelf, Templates templates) {
        Password password = web.adminPassword();
        if (password == null) {
            return List.of();
        }
        List<PluginLine> lines = plugins.stream()
                .map(plugin -> new PluginLine(plugin.id(), plugin.version(), plugin.enabled()))
                .toList();
        Controls controls = new Controls(shelf.database(), lines, sources::overview, sources);
        return Admin.endpoints(controls, templates, new Sessions(password.value(), clock), clock);
    }
}
