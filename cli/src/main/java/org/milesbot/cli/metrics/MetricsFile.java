package org.milesbot.cli.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that node_exporter's textfile collector reads. */
public final class MetricsFile {

    private MetricsFile() {}

    /**
     * Writes figures so that whoever reads the file finds the old ones or the new ones, whole. The collector runs as another
     * user, and must be able to read it. While it is written it has a name that the collector passes over.
     *
     * @throws IOException if the folder is not there or takes no file
     */
    public static void write(Path file, Metrics metrics) throws IOException {
        Path target = file.toAbsolutePath();
        byte[] body = metrics.exposition(null).body();
        Path part = Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
        try {
            Files.write(part, body);
            if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
