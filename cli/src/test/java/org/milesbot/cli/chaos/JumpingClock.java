package org.milesbot.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.milesbot.cli.jar.FatJar;

/** The clock of processes that libfaketime (Debian's package faketime) is put in front of: what it says is in a file. */
final class JumpingClock {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path file;
    private final Path library;

    private JumpingClock(Path file, Path library) {
        this.file = file;
        this.library = library;
        ahead(0);
    }

    /** One that goes right so far, or nothing where there is no libfaketime. */
    static Optional<JumpingClock> open(Path folder) {
        try (Stream<Path> platforms = Files.list(LIBRARIES)) {
            return platforms
                    .map(platform -> platform.resolve("faketime").resolve("libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .map(library -> new JumpingClock(folder.resolve("clock"), library));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    FatJar before(FatJar jar) {
        return jar.with("LD_PRELOAD", library.toString())
                .with("FAKETIME_TIMESTAMP_FILE", file.toString())
                .with("FAKETIME_CACHE_DURATION", "1")
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // Otherwise what waits for a while waits for nothing, or for minutes.
                .with("FAKETIME_FORCE_MONOTONIC_FIX", "0")
                .with("NO_FAKE_STAT", "1");
    }

    /** From now on it is ahead of the others by so many hours. */
    void ahead(int hours) {
        try {
            // In one step, so that nobody reads half of it.
            Path next = Files.writeString(file.resolveSibling("clock.next"), "+" + hours * 3_600 + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
