package org.milesbot.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Lets one process, and in it one thread, at a time change the server; the system lets go of it when a process dies. */
final class FolderLock {

    /** A first start on a slow machine unpacks, initialises and starts in less. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private FolderLock() {}

    /** What is done while nobody else does anything. */
    interface Work<T> {

        T run() throws IOException;
    }

    static <T> T whileHeld(Path folder, Work<T> work) {
        Path file = folder.resolve("lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!Waiting.until(LONGEST, () -> take(channel, folder))) {
                throw Failures.external(null, "locked", folder);
            }
            return work.run();
        } catch (IOException e) {
            throw Failures.configuration(e, "not-writable", folder, Failures.reason(e));
        }
    }

    /** The lock lasts until the channel is closed. */
    private static boolean take(FileChannel channel, Path folder) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it.
            return false;
        } catch (IOException e) {
            throw Failures.configuration(e, "not-writable", folder, Failures.reason(e));
        }
    }
}
