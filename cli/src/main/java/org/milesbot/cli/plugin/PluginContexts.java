package org.milesbot.cli.plugin;

import java.util.Map;
import org.milesbot.api.plugin.PluginContext;

/** Makes what the host hands to a plug-in; asked only when a plug-in is about to be made. */
@FunctionalInterface
public interface PluginContexts {

    /**
     * The context of one plug-in.
     *
     * @param id the plug-in
     * @param settings its own settings, under the names it knows them by
     */
    PluginContext of(String id, Map<String, String> settings);
}
