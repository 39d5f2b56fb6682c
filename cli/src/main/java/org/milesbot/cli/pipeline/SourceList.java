package org.milesbot.cli.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.api.source.Source;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.store.source.SourceKey;

/**
 * The sources of some plug-ins.
 *
 * @param entries each source with its plug-in, by plug-in
 * @param broken plug-ins that cannot say what sources they have, and why
 */
public record SourceList(List<Entry> entries, List<Broken> broken) {

    /** Copies the lists. */
    public SourceList {
        entries = List.copyOf(entries);
        broken = List.copyOf(broken);
    }

    /**
     * A source.
     *
     * @param plugin the plug-in it belongs to
     * @param source the source; null for what the plug-in does by itself
     */
    public record Entry(LoadedPlugin plugin, @Nullable Source source) {

        /** The name it is kept under. */
        public SourceKey key() {
            return new SourceKey(
                    plugin.id(), source == null ? plugin.id() : source.id().value());
        }

        /** To visit it and nothing else. */
        public Errand errand() {
            return source == null
                    ? Errand.some(plugin, Set.of(), true)
                    : Errand.some(plugin, Set.of(source.id()), false);
        }
    }

    /** A plug-in that cannot say what sources it has. */
    public record Broken(LoadedPlugin plugin, Text reason) {}

    /** What these plug-ins say they have. */
    public static SourceList of(List<LoadedPlugin> plugins) {
        List<Entry> entries = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            try {
                plugin.sources().forEach(source -> entries.add(new Entry(plugin, source)));
                if (plugin.worksByItself()) {
                    entries.add(new Entry(plugin, null));
                }
            } catch (MilesbotException e) {
                broken.add(new Broken(plugin, e.text()));
            }
        }
        return new SourceList(entries, broken);
    }

    /**
     * The source that somebody named.
     *
     * @throws MilesbotException of kind USAGE if there is none of that name, with the nearest
     */
    public Entry named(String name) {
        return entries.stream()
                .filter(entry -> entry.key().source().equals(name))
                .findFirst()
                .orElseThrow(() -> new MilesbotException(ErrorKind.USAGE, unknown(name)));
    }

    private Text unknown(String name) {
        List<String> names = entries.stream().map(entry -> entry.key().source()).toList();
        return Nearest.to(name, names)
                .map(nearest -> Text.of(SourceList.class, "source.unknown.near", Quoted.of(name), nearest))
                .orElse(Text.of(SourceList.class, "source.unknown", Quoted.of(name)));
    }
}
