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

    /** Where plug-ins have their tables. */
    default PluginStores stores() {
        return PluginStores.NONE;
    }

    /** The same contexts in a command that has a database. */
    default PluginContexts with(PluginStores stores) {
        PluginContexts without = this;
        return new PluginContexts() {
            @Override
            public PluginContext of(String id, Map<String, String> settings) {
                return without.of(id, settings);
            }

            @Override
            public PluginStores stores() {
                return stores;
            }
        };
    }
}
