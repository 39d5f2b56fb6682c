package org.milesbot.cli.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/**
 * The plug-ins that the operator disabled: a file in the plug-ins directory with one id a line, so that it lasts. What
 * begins with {@code #} is a remark. An id that no plug-in has is no mistake: its plug-in may come again.
 */
public final class DisabledPlugins {

    /** Its name, which no plug-in's folder has that milesbot made. */
    public static final String FILE = "disabled.txt";

    private static final long MOST_BYTES = 100_000;

    private final Path directory;

    /** Those of a plug-ins directory, which need not exist. */
    public DisabledPlugins(Path directory) {
        this.directory = directory;
    }

    /**
     * The ids, in alphabetical order; none without the file.
     *
     * @throws MilesbotException of kind CONFIGURATION if the file cannot be read
     */
    public NavigableSet<String> ids() {
        Path file = directory.resolve(FILE);
        NavigableSet<String> ids = new TreeSet<>();
        try {
            if (Files.notExists(file)) {
                return Collections.unmodifiableNavigableSet(ids);
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("longer than " + MOST_BYTES + " bytes");
            }
            Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(ids::add);
        } catch (NoSuchFileException e) {
            // Taken away between the two looks.
            return Collections.unmodifiableNavigableSet(ids);
        } catch (IOException e) {
            throw wrong("disabled.unreadable", e);
        }
        return Collections.unmodifiableNavigableSet(ids);
    }

    /**
     * Adds an id.
     *
     * @return whether it was not there before
     * @throws MilesbotException of kind CONFIGURATION if the file cannot be read or written
     */
    public boolean add(String id) {
        NavigableSet<String> ids = new TreeSet<>(ids());
        return ids.add(id) && write(ids);
    }

    /**
     * Takes an id out.
     *
     * @return whether it was there
     * @throws MilesbotException of kind CONFIGURATION if the file cannot be read or written
     */
    public boolean remove(String id) {
        NavigableSet<String> ids = new TreeSet<>(ids());
        return ids.remove(id) && write(ids);
    }

    /** Whole or not at all: whoever reads it meanwhile sees the old file. */
    private boolean write(Collection<String> ids) {
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, ".disabled-", ".part");
            try {
                Files.write(part, ids);
                PluginFiles.showToAll(part);
                Files.move(
                        part,
                        directory.resolve(FILE),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            return true;
        } catch (IOException e) {
            throw wrong("disabled.unwritable", e);
        }
    }

    private MilesbotException wrong(String key, IOException e) {
        Text text =
                Text.of(DisabledPlugins.class, key, directory.resolve(FILE).toString(), Quoted.of(String.valueOf(e)));
        return new MilesbotException(ErrorKind.CONFIGURATION, text, e);
    }
}
