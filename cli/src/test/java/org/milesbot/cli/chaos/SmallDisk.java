package org.milesbot.cli.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of some megabytes, in memory, that can be filled. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        ballast = folder.resolve("ballast");
    }

    /** One in a folder, or nothing where this process may not make one. */
    static Optional<SmallDisk> open(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Shell.succeeds("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "milesbot", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /** Leaves no byte. */
    void fill() {
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (!Files.exists(ballast)) {
                throw new UncheckedIOException(full);
            }
        }
    }

    void empty() {
        try {
            Files.deleteIfExists(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Shell.succeeds("umount", "-l", folder.toString());
    }
}
