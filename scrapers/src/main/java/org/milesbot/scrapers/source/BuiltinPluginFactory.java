package org.milesbot.scrapers.source;

import java.util.Objects;
import java.util.TreeSet;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.scrapers.fare.FareProviders;

/** Makes a built-in plug-in of its row, which is read only then. */
record BuiltinPluginFactory(String id) implements PluginFactory {

    /** Built-in plug-ins have the version of the jar that they come in. */
    @Override
    public String version() {
        String version = BuiltinPluginFactory.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "dev");
    }

    @Override
    public int apiLevel() {
        return 1;
    }

    @Override
    public Plugin create(PluginContext context) {
        if (!FareProviders.hasSettings(id) && !context.settings().isEmpty()) {
            String names = String.join(", ", new TreeSet<>(context.settings().keySet()));
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(BuiltinPluginFactory.class, "settings", id, names));
        }
        return BuiltinPlugin.of(SourceTable.row(id), FareProviders.of(id, context), FareProviders.notice(id, context));
    }
}
