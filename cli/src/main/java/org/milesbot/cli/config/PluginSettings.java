package org.milesbot.cli.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which plug-ins, and what they are told.
 *
 * @param directory the folder that holds one folder a plug-in; it need not exist
 * @param enabled the ids that are enabled, or null for all
 * @param own the plug-ins' own settings, by the whole name of the variable
 */
public record PluginSettings(Path directory, @Nullable Set<String> enabled, Map<String, String> own) {

    /** Copies the collections. */
    public PluginSettings {
        enabled = enabled == null ? null : Set.copyOf(enabled);
        own = Map.copyOf(own);
    }

    /** Whether a plug-in may run. */
    public boolean enables(String id) {
        return enabled == null || enabled.contains(id);
    }

    /**
     * A plug-in's own settings under the names it knows them by, in lower case.
     *
     * @param id the plug-in
     * @param ids all plug-ins there are: of {@code award} and {@code award_search}, the longer one takes
     *     {@code MILESBOT_PLUGIN_AWARD_SEARCH_KEY}
     */
    public SortedMap<String, String> of(String id, Collection<String> ids) {
        SortedMap<String, String> settings = new TreeMap<>();
        own.forEach((name, value) -> {
            if (ownerOf(name, ids).filter(id::equals).isPresent()) {
                settings.put(name.substring(prefixOf(id).length()).toLowerCase(Locale.ROOT), value);
            }
        });
        return settings;
    }

    /** The plug-in that a variable belongs to; empty if there is none of that name. */
    public static Optional<String> ownerOf(String name, Collection<String> ids) {
        return ids.stream()
                .filter(id -> name.length() > prefixOf(id).length() && name.startsWith(prefixOf(id)))
                .max(Comparator.comparingInt(String::length));
    }

    private static String prefixOf(String id) {
        return Variable.PLUGIN_PREFIX + id.toUpperCase(Locale.ROOT) + "_";
    }

    /** Names the settings only: their values may be secrets. */
    @Override
    public String toString() {
        return "PluginSettings[directory=" + directory + ", enabled=" + enabled + ", own=" + own.keySet() + "]";
    }
}
