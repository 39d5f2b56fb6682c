package org.milesbot.plugin.sample;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.storage.Migration;

/** What the host finds: {@code META-INF/services/org.milesbot.api.plugin.PluginFactory} names this class. */
public final class SampleFactory implements PluginFactory {

    static final String ID = "sample";
    private static final String ADDRESS = "address";
    private static final String FOOTNOTE = "footnote";
    private static final String FOLDER = "folder";
    private static final List<String> KNOWN = List.of(ADDRESS, FOOTNOTE, FOLDER);
    private static final String DEFAULT_ADDRESS = "https://www.example.org/offers.txt";

    @Override
    public String id() {
        return ID;
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
        return SampleTables.migrations();
    }

    @Override
    public Plugin create(PluginContext context) {
        Map<String, String> settings = context.settings();
        TreeSet<String> unknown = new TreeSet<>(settings.keySet());
        KNOWN.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            String known = KNOWN.stream().map(SampleFactory::variable).collect(Collectors.joining(", "));
            throw refused("setting.unknown", variable(unknown.first()), known);
        }
        URI address = address(settings.getOrDefault(ADDRESS, DEFAULT_ADDRESS));
        SampleTables tables = new SampleTables(context.storage());
        Path folder = folder(settings.get(FOLDER));
        return new SamplePlugin(address, context.fetcher(), tables, settings.get(FOOTNOTE), folder);
    }

    private static URI address(String written) {
        try {
            URI address = new URI(written);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new MilesbotException(ErrorKind.CONFIGURATION, wrongAddress(), e);
        }
        throw new MilesbotException(ErrorKind.CONFIGURATION, wrongAddress());
    }

    private static @Nullable Path folder(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            Path folder = Path.of(written);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw new MilesbotException(ErrorKind.CONFIGURATION, wrongFolder(), e);
        }
        throw new MilesbotException(ErrorKind.CONFIGURATION, wrongFolder());
    }

    private static Text wrongFolder() {
        return Text.of(SampleFactory.class, "setting.folder", variable(FOLDER));
    }

    private static Text wrongAddress() {
        return Text.of(SampleFactory.class, "setting.address", variable(ADDRESS), DEFAULT_ADDRESS);
    }

    private static MilesbotException refused(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.CONFIGURATION, Text.of(SampleFactory.class, key, arguments));
    }

    private static String variable(String setting) {
        return "MILESBOT_PLUGIN_SAMPLE_" + setting.toUpperCase(Locale.ROOT);
    }
}
