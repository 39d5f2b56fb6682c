package org.milesbot.cli.plugin;

import java.io.IOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plug-ins of this process, built-in and from folders, by id. Closing it closes them in reverse order. */
public final class Plugins implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Plugins.class);

    private final List<LoadedPlugin> all;
    private final PluginHost host;
    private final List<URLClassLoader> loaders;
    private final ExecutorService threads;
    private final @Nullable Runnable giveBack;

    Plugins(List<LoadedPlugin> all, PluginHost host, List<URLClassLoader> loaders, ExecutorService threads) {
        this(all, host, loaders, threads, null);
    }

    private Plugins(
            List<LoadedPlugin> all,
            PluginHost host,
            List<URLClassLoader> loaders,
            ExecutorService threads,
            @Nullable Runnable giveBack) {
        this.all = List.copyOf(all);
        this.host = host;
        this.loaders = List.copyOf(loaders);
        this.threads = threads;
        this.giveBack = giveBack;
    }

    /**
     * The same, for somebody who closes it when they are done while others go on with it.
     *
     * @param back what is done then
     */
    Plugins lent(Runnable back) {
        return new Plugins(all, host, loaders, threads, back);
    }

    /** All plug-ins, also those that are not enabled, by id. */
    public List<LoadedPlugin> all() {
        return all;
    }

    /** The plug-ins that may run, by id. */
    public List<LoadedPlugin> enabled() {
        return all.stream().filter(LoadedPlugin::enabled).toList();
    }

    /**
     * The plug-in that somebody named.
     *
     * @throws MilesbotException of kind USAGE if there is none of that name, with the nearest, or if it is not enabled
     */
    public LoadedPlugin named(String id) {
        LoadedPlugin plugin = find(id).orElseThrow(() -> new MilesbotException(ErrorKind.USAGE, unknown(id, ids())));
        if (!plugin.enabled()) {
            String key = plugin.standing() == Standing.DISABLED ? "disabled.by.hand" : "disabled";
            throw new MilesbotException(ErrorKind.USAGE, Text.of(Plugins.class, key, id));
        }
        return plugin;
    }

    private Optional<LoadedPlugin> find(String id) {
        return all.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    private List<String> ids() {
        return all.stream().map(LoadedPlugin::id).toList();
    }

    /** The sentence that there is no such plug-in. */
    static Text unknown(String id, List<String> ids) {
        return Nearest.to(id, ids)
                .map(nearest -> Text.of(Plugins.class, "unknown.near", Quoted.of(id), nearest))
                .orElseGet(() -> Text.of(Plugins.class, "unknown", Quoted.of(id), String.join(", ", ids)));
    }

    /** Closes what was made, the newest first. One that fails to close is logged and keeps no other from it. */
    @Override
    public void close() {
        if (giveBack != null) {
            giveBack.run();
            return;
        }
        for (Optional<LoadedPlugin> next = host.takeNewest(); next.isPresent(); next = host.takeNewest()) {
            try {
                next.get().close();
            } catch (PluginException e) {
                log.warn("plug-in {} was not closed and may have left something open", e.plugin(), e);
            }
        }
        threads.shutdownNow();
        interruptLeftThreads();
        List<URLClassLoader> newestFirst = new ArrayList<>(loaders);
        Collections.reverse(newestFirst);
        newestFirst.forEach(Plugins::close);
    }

    /** Threads that plug-ins began and did not end: they were given the class loader of the plug-in that began them. */
    private void interruptLeftThreads() {
        Set<String> named = new HashSet<>();
        for (Thread thread : loaders.isEmpty()
                ? Set.<Thread>of()
                : Thread.getAllStackTraces().keySet()) {
            if (thread.getContextClassLoader() instanceof URLClassLoader loader && loaders.contains(loader)) {
                if (named.add(loader.getName())) {
                    log.warn("{} left the thread {} behind, which is interrupted", loader.getName(), thread.getName());
                }
                thread.interrupt();
            }
        }
    }

    static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            log.warn("the jars of {} were not closed; they stay open until milesbot ends", loader.getName(), e);
        }
    }
}
