package org.milesbot.cli.plugin;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.milesbot.api.MilesbotException;

/**
 * The plug-ins of a process that goes on while folders come, change and go. Whoever works with plug-ins borrows the set of
 * the moment, and ends with the one they began with; it is closed when the last one has given it back. For use by
 * several threads.
 */
public final class PluginSets implements AutoCloseable {

    private final Path directory;
    private final Supplier<Plugins> loader;
    private DirectoryLook loaded;
    private DirectoryLook last;
    private Lent current;

    /**
     * @param directory the plug-ins directory
     * @param loader loads what is there
     * @throws MilesbotException if that cannot be loaded
     */
    public PluginSets(Path directory, Supplier<Plugins> loader) {
        this.directory = directory;
        this.loader = loader;
        loaded = DirectoryLook.at(directory);
        last = loaded;
        current = new Lent(loader.get());
    }

    /** A set and how many work with it. */
    private static final class Lent {

        private final Plugins plugins;
        private int borrowers;

        private Lent(Plugins plugins) {
            this.plugins = plugins;
        }
    }

    /** The plug-ins of this moment, to be closed by whoever asked for them. */
    public synchronized Plugins borrow() {
        Lent set = current;
        set.borrowers++;
        AtomicBoolean isBack = new AtomicBoolean();
        return set.plugins.lent(() -> {
            if (isBack.compareAndSet(false, true)) {
                giveBack(set);
            }
        });
    }

    private synchronized void giveBack(Lent set) {
        set.borrowers--;
        closeIfUnused(set);
    }

    private void closeIfUnused(Lent set) {
        if (set != current && set.borrowers == 0) {
            set.plugins.close();
        }
    }

    /**
     * Loads the plug-ins anew if the directory is not as it was when they were loaded, and has been as it is since the last
     * time somebody called this: what is just being copied is waited for.
     *
     * @return whether there is another set now
     * @throws MilesbotException if they cannot be loaded, once for each state of the directory; those from before stay
     */
    public synchronized boolean refresh() {
        DirectoryLook now = DirectoryLook.at(directory);
        boolean isAtRest = now.equals(last);
        last = now;
        if (!isAtRest || now.equals(loaded)) {
            return false;
        }
        loaded = now;
        Lent old = current;
        current = new Lent(loader.get());
        closeIfUnused(old);
        return true;
    }

    /** Closes the plug-ins; what still works with them is interrupted. */
    @Override
    public synchronized void close() {
        current.plugins.close();
    }
}
