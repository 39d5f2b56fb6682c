package org.milesbot.plugin.seatmap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.storage.Migration;

/** What the host finds: {@code META-INF/services/org.milesbot.api.plugin.PluginFactory} names this class. */
public final class SeatmapFactory implements PluginFactory {

    private static final String WATCHES = "watches";
    private static final int USUAL = 20;
    private static final int MOST = 200;

    @Override
    public String id() {
        return "seatmap";
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
        return List.of(Migration.beside(SeatmapFactory.class, "V001__seats.sql"));
    }

    @Override
    public Plugin create(PluginContext context) {
        return new SeatmapPlugin(new SeatTables(context.storage()), watches(context.settings()), context.clock());
    }

    private static int watches(Map<String, String> settings) {
        TreeSet<String> unknown = new TreeSet<>(settings.keySet());
        unknown.remove(WATCHES);
        if (!unknown.isEmpty()) {
            throw refused("setting.unknown", unknown.first().toUpperCase(Locale.ROOT));
        }
        String written = settings.getOrDefault(WATCHES, String.valueOf(USUAL));
        int watches = written.matches("[0-9]{1,3}") ? Integer.parseInt(written) : 0;
        if (watches < 1 || watches > MOST) {
            throw refused("setting.watches", String.valueOf(MOST), String.valueOf(USUAL));
        }
        return watches;
    }

    private static MilesbotException refused(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.CONFIGURATION, Text.of(SeatmapFactory.class, key, arguments));
    }
}
