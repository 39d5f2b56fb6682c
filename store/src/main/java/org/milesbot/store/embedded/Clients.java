package org.milesbot.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the folder which processes use the server, for a small shell program that stops it when none has for a while.
 * A process first notes itself and then looks whether the server is being stopped; the program first notes that it stops
 * the server and then looks for processes: so one of them sees the other.
 */
final class Clients implements AutoCloseable {

    private static final long LONGEST_STEP_SECONDS = 15;
    private static final Duration STOPPING = Duration.ofSeconds(70);

    private final Path folder;
    private final Path notes;
    private final Path note;

    Clients(Path folder) {
        this.folder = folder;
        this.notes = folder.resolve("clients");
        this.note = notes.resolve(ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
    }

    /** Notes that this process uses the server. */
    void enter() throws IOException {
        Files.createDirectories(notes);
        Files.writeString(note, "");
        use();
    }

    private void use() throws IOException {
        Files.writeString(folder.resolve("last-used"), note.getFileName().toString() + System.nanoTime());
    }

    /** Forgets processes from before the server was started, whose numbers may be others' by now. */
    void alone() throws IOException {
        Folders.removeAll(notes, "");
        Files.deleteIfExists(folder.resolve("stopping"));
        enter();
    }

    boolean isStopping() {
        return Files.exists(folder.resolve("stopping"));
    }

    /** Waits for a stop to come to its end; one whose program was killed never does. */
    void awaitStopped() throws IOException {
        if (!Waiting.until(STOPPING, () -> !isStopping())) {
            Files.deleteIfExists(folder.resolve("stopping"));
        }
    }

    /** Sees to it that a watcher runs for the server and knows the idle time. */
    void watch(long server, Duration idle) throws IOException {
        Path limit = folder.resolve("idle-seconds");
        String seconds = String.valueOf(idle.toSeconds());
        if (!Files.exists(limit) || !seconds.equals(Files.readString(limit))) {
            Files.writeString(limit, seconds);
        }
        if (!idle.isZero() && !isWatched(server)) {
            long step = Math.max(1, Math.min(LONGEST_STEP_SECONDS, idle.toSeconds() / 4));
            Command.detach(List.of(
                    "sh", script().toString(), folder.toString(), String.valueOf(server), String.valueOf(step)));
        }
    }

    private boolean isWatched(long server) throws IOException {
        Path watcher = folder.resolve("watcher");
        String[] pids =
                Files.exists(watcher) ? Files.readString(watcher).strip().split(" ", -1) : new String[0];
        return pids.length == 2
                && pids[1].equals(String.valueOf(server))
                && pids[0].matches("[0-9]{1,9}")
                && ProcessHandle.of(Long.parseLong(pids[0]))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private Path script() throws IOException {
        Path script = folder.resolve("idle-watch.sh");
        try (@Nullable InputStream in = Clients.class.getResourceAsStream("idle-watch.sh")) {
            byte[] text = Objects.requireNonNull(in, "idle-watch.sh").readAllBytes();
            if (!Files.exists(script) || !new String(text, StandardCharsets.UTF_8).equals(Files.readString(script))) {
                Path written = Files.createTempFile(folder, "idle-watch-", ".new");
                Files.write(written, text);
                Files.move(written, script, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return script;
    }

    /** Notes that this process uses the server no longer; from now on it is idle. */
    @Override
    public void close() {
        try {
            // Asked first, because where the folder is none there is nothing to delete and no way to try.
            if (Files.exists(note)) {
                Files.delete(note);
                use();
            }
        } catch (IOException e) {
            throw Failures.configuration(e, "not-writable", folder, Failures.reason(e));
        }
    }
}
