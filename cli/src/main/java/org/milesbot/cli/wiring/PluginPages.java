package org.milesbot.cli.wiring;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.cli.web.Endpoint;
import org.milesbot.cli.web.EndpointTable;
import org.milesbot.store.metric.MetricLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of plug-ins, whose faults are counted. */
final class PluginPages {

    private static final Logger log = LoggerFactory.getLogger(PluginPages.class);

    private PluginPages() {}

    static EndpointTable of(List<LoadedPlugin> plugins, MetricLog faults) {
        List<Endpoint> pages = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            try {
                plugin.webRoutes()
                        .forEach(route -> pages.add(Endpoint.of(counted(route, plugin.id(), faults), plugin.id())));
            } catch (PluginException e) {
                log.warn("the pages of the plug-in {} are left out", plugin.id(), e);
            }
        }
        return new EndpointTable(pages);
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
}
