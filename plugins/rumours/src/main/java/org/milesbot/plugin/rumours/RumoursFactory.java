package org.milesbot.plugin.rumours;

import java.util.List;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.storage.Migration;

/** What the host finds: {@code META-INF/services/org.milesbot.api.plugin.PluginFactory} names this class. */
public final class RumoursFactory implements PluginFactory {

    @Override
    public String id() {
        return "rumours";
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
        return List.of(Migration.beside(RumoursFactory.class, "V001__rumours.sql"));
    }

    @Override
    public Plugin create(PluginContext context) {
        return new RumoursPlugin(RumoursSettings.of(context.settings()), context);
    }
}
