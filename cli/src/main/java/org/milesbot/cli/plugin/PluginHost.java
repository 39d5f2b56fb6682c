package org.milesbot.cli.plugin;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.config.PluginSettings;

/** What the plug-ins of one process share: their limits, their contexts, who owns which source, who was made when. */
final class PluginHost {

    private final TimeLimits limits;
    private final PluginSettings settings;
    private final Collection<String> ids;
    private final PluginContexts contexts;
    private final Map<SourceId, String> owners = new ConcurrentHashMap<>();
    private final Deque<LoadedPlugin> made = new ArrayDeque<>();

    PluginHost(TimeLimits limits, PluginSettings settings, Collection<String> ids, PluginContexts contexts) {
        this.limits = limits;
        this.settings = settings;
        this.ids = ids;
        this.contexts = contexts;
    }

    TimeLimits limits() {
        return limits;
    }

    PluginStores stores() {
        return contexts.stores();
    }

    PluginContext contextOf(String id) {
        return contexts.of(id, settings.of(id, ids));
    }

    Optional<String> ownerOf(SourceId source) {
        return Optional.ofNullable(owners.get(source));
    }

    /** Gives a source's name to a plug-in unless another has it; returns whose it is now. */
    String claim(SourceId source, String plugin) {
        return Objects.requireNonNullElse(owners.putIfAbsent(source, plugin), plugin);
    }

    void made(LoadedPlugin plugin) {
        synchronized (made) {
            made.push(plugin);
        }
    }

    /** The plug-in that was made last and not been taken before; empty when all are taken. */
    Optional<LoadedPlugin> takeNewest() {
        synchronized (made) {
            return Optional.ofNullable(made.poll());
        }
    }
}
