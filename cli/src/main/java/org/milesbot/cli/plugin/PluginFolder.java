package org.milesbot.cli.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of the plug-ins directory: the jars in it, and a folder {@code classes} if there is one. */
record PluginFolder(Path path) {

    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);
    private static final int MOST = 500;

    String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * The folders of a directory, by name; none if it does not exist.
     *
     * @throws MilesbotException of kind CONFIGURATION if it is no readable folder
     */
    static List<PluginFolder> in(Path directory) {
        if (Files.notExists(directory)) {
            return List.of();
        }
        List<PluginFolder> folders = new ArrayList<>();
        for (Path child : children(directory)) {
            if (!Files.isDirectory(child) || String.valueOf(child.getFileName()).startsWith(".")) {
                log.debug("{} is not a plug-in's folder and is left alone", child);
            } else {
                folders.add(new PluginFolder(child));
            }
        }
        return List.copyOf(folders);
    }

    /**
     * What its class loader is to read.
     *
     * @throws MilesbotException of kind CONFIGURATION if there is nothing in it, or a damaged jar
     */
    List<URL> classPath() {
        List<URL> urls = new ArrayList<>();
        for (Path child : children(path)) {
            if (String.valueOf(child.getFileName()).endsWith(".jar")) {
                urls.add(urlOf(intact(child)));
            } else if (child.endsWith("classes") && Files.isDirectory(child)) {
                urls.add(urlOf(child));
            }
        }
        if (urls.isEmpty()) {
            throw wrong(Text.of(PluginFolder.class, "folder.empty", path.toString()));
        }
        return List.copyOf(urls);
    }

    /**
     * Makes sure that there is only one thing to load.
     *
     * @throws MilesbotException of kind CONFIGURATION if there is code beside the file that declares a plug-in
     */
    void requireNoCode() {
        for (Path child : children(path)) {
            if (String.valueOf(child.getFileName()).endsWith(".jar") || child.endsWith("classes")) {
                throw wrong(Text.of(
                        PluginFolder.class, "folder.both", path.toString(), String.valueOf(child.getFileName())));
            }
        }
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            List<Path> found = children.sorted().limit(MOST + 1L).toList();
            if (found.size() > MOST) {
                throw wrong(Text.of(PluginFolder.class, "folder.crowded", directory.toString(), String.valueOf(MOST)));
            }
            return found;
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(
                            PluginFolder.class,
                            "folder.unreadable",
                            directory.toString(),
                            e.getClass().getSimpleName()),
                    e);
        }
    }

    /** A class loader leaves a damaged jar out without a word, and the plug-in would seem to have no provider. */
    private static Path intact(Path jar) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            log.debug("{} holds {} entries", jar, opened.size());
            return jar;
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(PluginFolder.class, "jar.damaged", jar.toString()), e);
        }
    }

    private static URL urlOf(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path without an address: " + path, e);
        }
    }

    private static MilesbotException wrong(Text text) {
        return new MilesbotException(ErrorKind.CONFIGURATION, text);
    }
}
