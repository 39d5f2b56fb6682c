package org.milesbot.cli.plugin;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the enabled plug-ins of a set, once for each set. Whoever works with it keeps the set meanwhile. Safe for use
 * by several threads.
 */
public final class OfEachSet<T> {

    private final PluginSets sets;
    private final Function<List<LoadedPlugin>, T> maker;
    private @Nullable Made<T> newest;

    private record Made<T>(List<LoadedPlugin> of, T made) {}

    /**
     * @param maker makes it; asked when it is first wanted
     */
    public OfEachSet(PluginSets sets, Function<List<LoadedPlugin>, T> maker) {
        this.sets = sets;
        this.maker = maker;
    }

    /** Does something with what there is at this moment. */
    public void use(Consumer<T> work) {
        try (Plugins plugins = sets.borrow()) {
            work.accept(of(plugins));
        }
    }

    /** Asks what there is at this moment. */
    public <R> R ask(Function<T, R> question) {
        try (Plugins plugins = sets.borrow()) {
            return question.apply(of(plugins));
        }
    }

    /** Makes it now, so that nobody waits for it later. */
    public void make() {
        use(made -> {});
    }

    /** A set is known by its list, which is the same object for all who borrow it. */
    private synchronized T of(Plugins plugins) {
        Made<T> known = newest;
        if (known == null || known.of() != plugins.all()) {
            known = new Made<>(plugins.all(), maker.apply(plugins.enabled()));
            newest = known;
        }
        return known.made();
    }
}
