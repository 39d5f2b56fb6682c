package org.milesbot.cli.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins directory, as one puts folders into it and takes them out: by renaming, so that whoever looks sees a folder
 * whole or not at all. Hidden folders are left alone by all who look.
 *
 * @param path where it is
 */
record PluginsDirectory(Path path) {

    private static final Logger log = LoggerFactory.getLogger(PluginsDirectory.class);

    /**
     * Puts a folder in place.
     *
     * @param fresh a folder of the same file system
     * @param name what it is to be called
     * @param old the folder whose place it takes, moved aside first and back if the fresh one does not get there; null for
     *     none
     * @throws IOException if it is not there now; what was there before is there again
     */
    void place(Path fresh, String name, @Nullable Path old) throws IOException {
        if (old == null) {
            move(fresh, path.resolve(name));
            return;
        }
        Path aside = aside(old);
        move(old, aside);
        try {
            move(fresh, path.resolve(name));
        } catch (IOException e) {
            move(aside, old);
            throw e;
        }
        discard(aside);
    }

    /**
     * Takes a folder out.
     *
     * @throws IOException if it is still there
     */
    void remove(Path folder) throws IOException {
        Path aside = aside(folder);
        move(folder, aside);
        discard(aside);
    }

    /** Whoever looks does not see it any more; what cannot be deleted now is in nobody's way. */
    private static void discard(Path aside) {
        try {
            PluginFiles.deleteAll(aside);
        } catch (IOException e) {
            log.warn("{} could not be deleted and may be deleted by hand", aside, e);
        }
    }

    /** A hidden name that nothing has. */
    private Path aside(Path folder) throws IOException {
        Path unused = Files.createTempDirectory(path, ".aside-" + folder.getFileName() + "-");
        Files.delete(unused);
        return unused;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
