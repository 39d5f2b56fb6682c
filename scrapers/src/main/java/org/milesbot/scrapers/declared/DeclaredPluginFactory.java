package org.milesbot.scrapers.declared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;

/**
 * The factory of a folder with a {@code plugin.yaml}.
 *
 * @param plugin what the file declares
 */
public record DeclaredPluginFactory(DeclaredPlugin plugin) implements PluginFactory {

    /** Whether a folder holds a plug-in that is declared. */
    public static boolean isDeclared(Path folder) {
        return Files.isRegularFile(folder.resolve(DeclaredPlugin.FILE));
    }

    /**
     * Reads the file of a folder.
     *
     * @throws MilesbotException of kind CONFIGURATION that names all that is wrong with it, each with its line
     */
    public static DeclaredPluginFactory of(Path folder) {
        Path file = folder.resolve(DeclaredPlugin.FILE);
        try (InputStream in = Files.newInputStream(file)) {
            return new DeclaredPluginFactory(DeclaredPlugin.read(file.toString(), in));
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(
                            DeclaredPluginFactory.class,
                            "unreadable",
                            file.toString(),
                            e.getClass().getSimpleName()),
                    e);
        }
    }

    @Override
    public String id() {
        return plugin.id();
    }

    @Override
    public String version() {
        return plugin.version();
    }

    @Override
    public int apiLevel() {
        return API_LEVEL;
    }

    @Override
    public Plugin create(PluginContext context) {
        refuseSettings(id(), context);
        return plugin;
    }

    /**
     * Says of a plug-in that has no settings that it was given some.
     *
     * @throws MilesbotException of kind CONFIGURATION if it was
     */
    public static void refuseSettings(String id, PluginContext context) {
        if (!context.settings().isEmpty()) {
            String names = String.join(", ", new TreeSet<>(context.settings().keySet()));
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(DeclaredPluginFactory.class, "settings", id, names));
        }
    }
}
