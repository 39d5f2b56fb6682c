package org.milesbot.plugin.weekly;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.storage.Migration;

/** What the host finds. It needs no setting. */
public final class WeeklyFactory implements PluginFactory {

    @Override
    public String id() {
        return "weekly";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public int apiLevel() {
        return 1;
    }

    @Override
    public List<Migration> migrations() {
        return WeeklyTables.migrations();
    }

    @Override
    public Plugin create(PluginContext context) {
        if (!context.settings().isEmpty()) {
            String unknown = new TreeSet<>(context.settings().keySet()).first().toUpperCase(Locale.ROOT);
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(WeeklyFactory.class, "setting.unknown", unknown));
        }
        return new WeeklyPlugin(context);
    }
}
