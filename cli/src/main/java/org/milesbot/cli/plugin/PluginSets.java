package org.milesbot.cli.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.milesbot.api.MilesbotException;

/**
 * The plug-ins of a process that goes on while folders come, change and go. Whoever works with plug-ins borrows the set of
 * the moment, and ends with the one they began with; it is closed when the last one has given it back. For use by
 * several threads; nobody who borrows waits while plug-ins are loaded or closed.
 */
public final class PluginSets implements AutoCloseable {

    private final Path directory;
    private final Supplier<Plugins> loader;
    private final Object refreshing = new Object();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private DirectoryLook loaded;
    private DirectoryLook last;
    private Lent current;
    private boolean isClosed;

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

    /** Hears of changes until it is closed. */
    public interface Listening extends AutoCloseable {

        @Override
        void close();
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

    private void giveBack(Lent set) {
        boolean isLeft;
        synchronized (this) {
            set.borrowers--;
            isLeft = set != current && set.borrowers == 0;
        }
        if (isLeft) {
            set.plugins.close();
        }
    }

    /** Has something done, in the thread that refreshes, each time another set has come. */
    public Listening onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Loads the plug-ins anew if the directory is not as it was when they were loaded, and has been as it is since the last
     * time somebody called this: what is just being copied is waited for.
     *
     * @return whether there is another set now
     * @throws MilesbotException if they cannot be loaded, once for each state of the directory; those from before stay
     */
    public boolean refresh() {
        synchronized (refreshing) {
            DirectoryLook now = DirectoryLook.at(directory);
            boolean isAtRest = now.equals(last);
            last = now;
            if (!isAtRest || now.equals(loaded)) {
                return false;
            }
            loaded = now;
            exchange(new Lent(loader.get()));
            listeners.forEach(Runnable::run);
            return true;
        }
    }

    private void exchange(Lent fresh) {
        Lent left;
        boolean isUnused;
        synchronized (this) {
            left = isClosed ? fresh : current;
            current = isClosed ? current : fresh;
            isUnused = left.borrowers == 0;
        }
        if (isUnused) {
            left.plugins.close();
        }
    }

    /** Closes the plug-ins; what still works with them is interrupted. */
    @Override
    public void close() {
        Plugins open;
        synchronized (this) {
            isClosed = true;
            open = current.plugins;
        }
        open.close();
    }
}
