package org.milesbot.cli.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;

/** The places where a setting can be written, the strongest first. */
final class Layers {

    private final List<Map<String, Entry>> layers = new ArrayList<>();
    private final Path base;
    private final Mistakes mistakes;

    Layers(Map<String, String> overrides, Map<String, String> environment, Path base, Mistakes mistakes) {
        this.base = base;
        this.mistakes = mistakes;
        layers.add(known(overrides, Entry::fromOption));
        layers.add(known(environment, Entry::fromEnvironment));
        String credentials = environment.getOrDefault(Credentials.DIRECTORY, "");
        if (!credentials.isBlank()) {
            layers.add(Credentials.in(base.resolve(credentials), mistakes));
        }
    }

    /** Reads a {@code .env} file if there is one; it gives way to all that was there before. */
    boolean addDotEnv(Path file) {
        boolean exists = Files.isRegularFile(file);
        if (exists) {
            layers.add(DotEnv.read(file, mistakes));
        }
        return exists;
    }

    /** What is written for a setting, read from its file where only that is named; null if nothing is. */
    @Nullable
    Entry find(Variable variable) {
        for (Map<String, Entry> layer : layers) {
            Entry direct = written(layer.get(variable.name()));
            Entry file = variable.isSecret() ? written(layer.get(variable.name() + Variable.FILE_SUFFIX)) : null;
            if (direct != null && file != null) {
                mistakes.add(Text.of(Layers.class, "both", variable.name(), file.from()));
            }
            if (direct != null) {
                return direct;
            }
            if (file != null) {
                return contentOf(file);
            }
        }
        return null;
    }

    /** The plug-ins' own settings, by the whole name of the variable. */
    SortedMap<String, Entry> pluginSettings() {
        SortedMap<String, Entry> found = new TreeMap<>();
        for (Map<String, Entry> layer : layers) {
            layer.forEach((name, entry) -> {
                if (isPluginSetting(name) && written(entry) != null) {
                    found.putIfAbsent(name, entry);
                }
            });
        }
        return found;
    }

    /** Reports every {@code MILESBOT_} name that stands for nothing. */
    void refuseUnknown() {
        for (Map<String, Entry> layer : layers) {
            new TreeMap<>(layer).forEach((name, entry) -> {
                if (name.startsWith(Variable.PREFIX) && !isKnown(name)) {
                    mistakes.add(unknown(name, entry));
                }
            });
        }
    }

    private static boolean isKnown(String name) {
        return Variable.named(name).isPresent() || isPluginSetting(name) || name.startsWith(Variable.TEST_PREFIX);
    }

    private static boolean isPluginSetting(String name) {
        return name.startsWith(Variable.PLUGIN_PREFIX)
                && name.indexOf('_', Variable.PLUGIN_PREFIX.length() + 1) > 0
                && !name.endsWith("_");
    }

    private static Text unknown(String name, Entry entry) {
        return Nearest.to(name, Variable.names())
                .map(nearest -> Text.of(Layers.class, "unknown.near", Quoted.of(name), entry.from(), nearest))
                .orElseGet(() -> Text.of(Layers.class, "unknown", Quoted.of(name), entry.from()));
    }

    private @Nullable Entry contentOf(Entry named) {
        Path file;
        try {
            file = base.resolve(named.value());
        } catch (InvalidPathException e) {
            mistakes.add(Text.of(Layers.class, "file.unreadable", Quoted.of(named.value()), "InvalidPath"));
            return null;
        }
        String content = DotEnv.contentOf(file, mistakes);
        if (content != null && content.isBlank()) {
            mistakes.add(Text.of(Layers.class, "file.empty", file.toString(), named.from()));
        }
        return content == null || content.isBlank()
                ? null
                : new Entry(
                        content.strip(),
                        named.origin(),
                        Text.of(Layers.class, "from.file", file.toString(), named.from()));
    }

    private static @Nullable Entry written(@Nullable Entry entry) {
        return entry == null || entry.value().isBlank() ? null : entry;
    }

    private static Map<String, Entry> known(Map<String, String> values, Function<String, Entry> origin) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(Variable.PREFIX) || Variable.named(name).isPresent()) {
                entries.put(name, origin.apply(value));
            }
        });
        return entries;
    }
}
