package org.milesbot.cli.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the plug-ins directory looked like: names, sizes and times of the files in it. Two looks that are equal mean that
 * nothing was added, changed or taken away. Recordings do not count, since no plug-in works with them, nor does what is
 * hidden.
 *
 * @param files a line for each file
 */
record DirectoryLook(List<String> files) {

    private static final Logger log = LoggerFactory.getLogger(DirectoryLook.class);
    private static final int DEEPEST = 6;
    private static final int MOST = 50_000;

    DirectoryLook {
        files = List.copyOf(files);
    }

    /** Looks now; a directory that is not there has nothing in it. */
    static DirectoryLook at(Path directory) {
        try (Stream<Path> walk = Files.walk(directory, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return new DirectoryLook(walk.filter(path -> counts(directory.relativize(path)))
                    .limit(MOST)
                    .map(path -> line(directory, path))
                    .sorted()
                    .toList());
        } catch (IOException | UncheckedIOException e) {
            log.debug("{} cannot be looked at", directory, e);
            return new DirectoryLook(List.of());
        }
    }

    private static boolean counts(Path inside) {
        return !inside.toString().startsWith(".") && !inside.toString().endsWith(".har");
    }

    private static String line(Path directory, Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            // The time of a folder changes with what is in it, which has a line of its own.
            String state = file.isDirectory() ? "/" : " " + file.size() + " " + file.lastModifiedTime();
            return directory.relativize(path) + state;
        } catch (IOException e) {
            return directory.relativize(path) + " gone";
        }
    }
}
