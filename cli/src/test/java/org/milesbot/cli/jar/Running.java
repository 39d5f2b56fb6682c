package org.milesbot.cli.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process under test, which knows nothing of the settings that this JVM was started with. */
public final class Running {

    private static final List<String> HANDED_ON = List.of("PATH", "HOME", "TMPDIR");
    private static final Duration USUAL = Duration.ofMinutes(2);

    private final Process process;
    private final Path out;
    private final Path err;

    private Running(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command; what it says goes to files, so that no full pipe can hold it up. */
    public static Running start(Path directory, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("milesbot-it", ".out");
            Path err = Files.createTempFile("milesbot-it", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().retainAll(HANDED_ON);
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The number that the system knows it by. */
    public long pid() {
        return process.pid();
    }

    /** What it has said to people so far. */
    public String said() {
        try {
            return Files.readString(err, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM, and does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** SIGTERM: it may finish what it is at. */
    public Run stop() {
        terminate();
        return await();
    }

    /** SIGKILL: nothing of it runs any more, no hook and no finally. */
    public Run kill() {
        process.destroyForcibly();
        return await();
    }

    /** Waits for its end. */
    public Run await() {
        return await(USUAL);
    }

    /** Waits for its end, and no longer than a while. */
    public Run await(Duration longest) {
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after " + longest + "; it said: " + taken(out) + taken(err));
            }
            return new Run(process.exitValue(), taken(out), taken(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String taken(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Files.delete(file);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
