package org.milesbot.cli.plugin;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.config.Quoted;
import org.milesbot.scrapers.declared.DeclaredPluginFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the plug-ins: the built-in ones that are handed in, and those in the folders of the plug-ins directory, each
 * folder behind a class loader of its own. All problems are reported at once. No plug-in is made here.
 */
public final class PluginLoader {

    private static final Logger log = LoggerFactory.getLogger(PluginLoader.class);

    private final PluginSettings settings;
    private final TimeLimits limits;
    private final boolean isCheck;
    private final ExecutorService threads = Executors.newCachedThreadPool(PluginLoader::daemon);
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final SortedMap<String, FoundPlugin> found = new TreeMap<>();
    private final Mistakes mistakes = new Mistakes();
    private Set<String> disabled = Set.of();

    private PluginLoader(PluginSettings settings, TimeLimits limits, boolean isCheck) {
        this.settings = settings;
        this.limits = limits;
        this.isCheck = isCheck;
    }

    /**
     * Finds and checks the plug-ins.
     *
     * @param builtIns the plug-ins that come along; they go through the same checks
     * @param contexts asked for the context of each plug-in that is made later
     * @throws MilesbotException of kind CONFIGURATION that names every problem at once
     */
    public static Plugins load(
            PluginSettings settings, List<? extends PluginFactory> builtIns, PluginContexts contexts) {
        return load(settings, builtIns, contexts, TimeLimits.USUAL);
    }

    /** As {@link #load(PluginSettings, List, PluginContexts)}, with other limits. */
    public static Plugins load(
            PluginSettings settings,
            List<? extends PluginFactory> builtIns,
            PluginContexts contexts,
            TimeLimits limits) {
        PluginLoader loader = new PluginLoader(settings, limits, false);
        try {
            return loader.plugins(builtIns, contexts);
        } catch (MilesbotException e) {
            loader.abandon();
            throw e;
        }
    }

    /**
     * The plug-in in one folder, wherever it is and whatever else is installed; it is enabled.
     *
     * @throws MilesbotException of kind CONFIGURATION that names every problem at once
     */
    public static Plugins alone(Path folder, PluginSettings settings, PluginContexts contexts) {
        PluginLoader loader =
                new PluginLoader(new PluginSettings(folder, null, settings.own()), TimeLimits.USUAL, false);
        try {
            loader.addFolder(new PluginFolder(folder));
            return loader.loaded(contexts);
        } catch (MilesbotException e) {
            loader.abandon();
            throw e;
        }
    }

    /**
     * Finds the plug-ins as {@link #load} does, and takes what is wrong with some of them as a finding: for tools that are to
     * mend just that.
     */
    public static Survey survey(
            PluginSettings settings,
            List<? extends PluginFactory> builtIns,
            PluginContexts contexts,
            TimeLimits limits) {
        PluginLoader loader = new PluginLoader(settings, limits, false);
        loader.find(builtIns);
        return new Survey(loader.made(contexts, List.of()), loader.mistakes.all());
    }

    /**
     * Finds the plug-in of one folder, wherever that lies, and no other.
     *
     * @param others the ids of other plug-ins, so that their settings are not handed to this one
     */
    static Survey surveyAlone(
            Path folder,
            Collection<String> others,
            PluginSettings settings,
            PluginContexts contexts,
            TimeLimits limits) {
        PluginLoader loader =
                new PluginLoader(new PluginSettings(settings.directory(), null, settings.own()), limits, true);
        loader.addFolder(new PluginFolder(folder));
        return new Survey(loader.made(contexts, others), loader.mistakes.all());
    }

    private Plugins plugins(List<? extends PluginFactory> builtIns, PluginContexts contexts) {
        find(builtIns);
        checkSettings();
        return loaded(contexts);
    }

    private Plugins loaded(PluginContexts contexts) {
        mistakes.throwIfAny(Text.of(PluginLoader.class, "mistakes"));
        return made(contexts, List.of());
    }

    private void find(List<? extends PluginFactory> builtIns) {
        List<PluginFolder> folders = foldersOf(settings);
        builtIns.forEach(this::addBuiltIn);
        folders.forEach(this::addFolder);
    }

    private Plugins made(PluginContexts contexts, Collection<String> others) {
        Set<String> ids = new TreeSet<>(others);
        ids.addAll(found.keySet());
        PluginHost host = new PluginHost(limits, settings, List.copyOf(ids), contexts);
        List<LoadedPlugin> loaded = found.values().stream()
                .map(plugin -> new LoadedPlugin(plugin, standingOf(plugin.id()), host))
                .toList();
        loaded.forEach(plugin -> log.debug("plug-in {} from {}", plugin, plugin.origin()));
        return new Plugins(loaded, host, loaders, threads);
    }

    private Standing standingOf(String id) {
        if (disabled.contains(id)) {
            return Standing.DISABLED;
        }
        return settings.enables(id) ? Standing.ENABLED : Standing.LEFT_OUT;
    }

    private List<PluginFolder> foldersOf(PluginSettings settings) {
        try {
            disabled = new DisabledPlugins(settings.directory()).ids();
            return PluginFolder.in(settings.directory());
        } catch (MilesbotException e) {
            mistakes.add(e.text());
            return List.of();
        }
    }

    private void addBuiltIn(PluginFactory factory) {
        ClassLoader loader = Objects.requireNonNull(factory.getClass().getClassLoader());
        String name = factory.getClass().getSimpleName();
        GuardedCall border = border(name, Text.of(PluginLoader.class, "the.built-in", name), loader);
        try {
            add(identified(border, factory, null));
        } catch (MilesbotException e) {
            mistakes.add(e.text());
        }
    }

    private void addFolder(PluginFolder folder) {
        try {
            if (DeclaredPluginFactory.isDeclared(folder.path())) {
                folder.requireNoCode();
                addDeclared(folder);
                return;
            }
            ClassLoader host = Objects.requireNonNull(PluginFactory.class.getClassLoader());
            PluginClassLoader loader = new PluginClassLoader(folder.name(), folder.classPath(), host);
            loaders.add(loader);
            Text name = Text.of(PluginLoader.class, "the.folder", folder.path().toString());
            GuardedCall border = border(folder.name(), name, loader);
            List<PluginFactory> factories = border.call("PluginFactory", limits.call(), () -> providersIn(loader));
            if (factories.isEmpty()) {
                complain(
                        folder.path(),
                        Text.of(
                                PluginLoader.class,
                                "no.provider",
                                folder.path().toString(),
                                PluginFactory.class.getName()));
            }
            for (PluginFactory factory : factories) {
                add(identified(border, factory, folder));
            }
        } catch (MilesbotException e) {
            complain(folder.path(), e.text());
        }
    }

    /** What is wrong with a folder that was disabled keeps nobody from work. */
    private void complain(@Nullable Path folder, Text mistake) {
        if (folder != null && disabled.contains(String.valueOf(folder.getFileName()))) {
            log.warn("a disabled plug-in could not be loaded: {}", mistake);
        } else {
            mistakes.add(mistake);
        }
    }

    /** What is only declared runs no code of its own, so that it needs no loader either. */
    private void addDeclared(PluginFolder folder) {
        PluginFactory factory = DeclaredPluginFactory.of(folder.path());
        ClassLoader host = Objects.requireNonNull(factory.getClass().getClassLoader());
        Text name = Text.of(PluginLoader.class, "the.folder", folder.path().toString());
        add(identified(border(folder.name(), name, host), factory, folder));
    }

    private static List<PluginFactory> providersIn(ClassLoader loader) {
        return ServiceLoader.load(PluginFactory.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Asks a factory who it is, once. */
    private FoundPlugin identified(GuardedCall border, PluginFactory factory, @Nullable PluginFolder folder) {
        String id = border.call("id()", limits.call(), factory::id);
        String version = border.call("version()", limits.call(), factory::version);
        int apiLevel = border.call("apiLevel()", limits.call(), factory::apiLevel);
        Text name = Text.of(PluginLoader.class, "the.plugin", Quoted.of(id));
        GuardedCall own = isCheck ? border.forCheck(id, name) : border.forPlugin(id, name);
        return new FoundPlugin(factory, id, Quoted.of(version), apiLevel, folder == null ? null : folder.path(), own);
    }

    private void add(FoundPlugin plugin) {
        String origin = originOf(plugin);
        if (!Slugs.isSlug(plugin.id())) {
            complain(plugin.folder(), Text.of(PluginLoader.class, "bad.id", origin, Quoted.of(plugin.id())));
        } else if (plugin.apiLevel() != PluginFactory.API_LEVEL) {
            Text mistake = Text.of(
                    PluginLoader.class,
                    "bad.level",
                    origin,
                    plugin.id(),
                    String.valueOf(plugin.apiLevel()),
                    String.valueOf(PluginFactory.API_LEVEL));
            complain(plugin.folder(), mistake);
        } else {
            FoundPlugin before = found.putIfAbsent(plugin.id(), plugin);
            if (before != null) {
                complain(plugin.folder(), Text.of(PluginLoader.class, "twice", plugin.id(), originOf(before), origin));
            }
        }
    }

    private static String originOf(FoundPlugin plugin) {
        return plugin.folder() == null
                ? plugin.factory().getClass().getSimpleName()
                : plugin.folder().toString();
    }

    private void checkSettings() {
        List<String> ids = List.copyOf(found.keySet());
        if (settings.enabled() != null) {
            settings.enabled().stream()
                    .sorted()
                    .filter(id -> !found.containsKey(id))
                    .forEach(id -> mistakes.add(Text.of(PluginLoader.class, "enabled", Plugins.unknown(id, ids))));
        }
        settings.own().keySet().stream()
                .sorted(Comparator.naturalOrder())
                .filter(name -> PluginSettings.ownerOf(name, ids).isEmpty())
                .forEach(name -> mistakes.add(
                        Text.of(PluginLoader.class, "setting.orphan", Quoted.of(name), String.join(", ", ids))));
    }

    private GuardedCall border(String name, Text what, ClassLoader loader) {
        return new GuardedCall(name, what, loader, threads);
    }

    private void abandon() {
        threads.shutdownNow();
        loaders.forEach(Plugins::close);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "plugin");
        thread.setDaemon(true);
        return thread;
    }
}
