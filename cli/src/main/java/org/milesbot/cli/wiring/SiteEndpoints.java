package org.milesbot.cli.wiring;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.milesbot.cli.config.Password;
import org.milesbot.cli.config.WebSettings;
import org.milesbot.cli.plugin.PluginSets;
import org.milesbot.cli.plugin.Plugins;
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

/**
 * All that the web server answers, but the pages of plug-ins.
 *
 * @param web its settings
 * @param clock the time
 * @param plugins those that operators see
 * @param sources how they do
 * @param site where people see it; known once it listens
 */
record SiteEndpoints(WebSettings web, Clock clock, PluginSets plugins, WatchedSources sources, Supplier<URI> site) {

    List<Endpoint> over(Shelf shelf, Templates templates) {
        List<Endpoint> endpoints = new ArrayList<>();
        Pages.routes(shelf, sources::overview, templates).forEach(route -> endpoints.add(Endpoint.of(route)));
        JsonApi.routes(shelf, sources::overview).forEach(route -> endpoints.add(Endpoint.of(route)));
        Feeds.routes(shelf, site).forEach(route -> endpoints.add(Endpoint.of(route)));
        endpoints.addAll(operators(shelf, templates));
        return endpoints;
    }

    /** None without a password. */
    private List<Endpoint> operators(Shelf shelf, Templates templates) {
        Password password = web.adminPassword();
        if (password == null) {
            return List.of();
        }
        Controls controls = new Controls(shelf.database(), this::lines, sources::overview, sources);
        return Admin.endpoints(controls, templates, new Sessions(password.value(), clock), clock);
    }

    private List<PluginLine> lines() {
        try (Plugins now = plugins.borrow()) {
            return now.enabled().stream()
                    .map(plugin -> new PluginLine(plugin.id(), plugin.version(), plugin.enabled()))
                    .toList();
        }
    }
}
