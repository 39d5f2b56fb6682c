package org.milesbot.cli.pipeline;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.plugin.LoadedPlugin;

/**
 * What of a plug-in is to be scraped.
 *
 * @param plugin the plug-in
 * @param only the sources to visit; null for all
 * @param byItself whether it is to scrape by itself too
 * @param failure why nothing of it can be scraped, or null
 */
public record Errand(
        LoadedPlugin plugin,
        @Nullable Set<SourceId> only,
        boolean byItself,
        @Nullable MilesbotException failure) {

    /** Copies the set. */
    public Errand {
        only = only == null ? null : Set.copyOf(only);
    }

    /** All that the plug-in has. */
    public static Errand all(LoadedPlugin plugin) {
        return new Errand(plugin, null, true, null);
    }

    /** Some of its sources, and its own scrape or not. */
    static Errand some(LoadedPlugin plugin, Set<SourceId> sources, boolean byItself) {
        return new Errand(plugin, sources, byItself, null);
    }

    /** Nothing: the plug-in does not say what is due. */
    static Errand failed(LoadedPlugin plugin, MilesbotException failure) {
        return new Errand(plugin, Set.of(), false, failure);
    }

    boolean wants(SourceId source) {
        return only == null || only.contains(source);
    }
}
