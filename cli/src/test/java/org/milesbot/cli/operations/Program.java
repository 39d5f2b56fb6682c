package org.milesbot.cli.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the system, run with an environment of its own. */
final class Program {

    /** The root of the checkout. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> HANDED_ON = List.of("PATH", "HOME", "TMPDIR");

    private final Map<String, String> environment = new HashMap<>();

    /**
     * How it ended.
     *
     * @param out all that it said, on either stream
     */
    record Ended(int exitCode, String out) {}

    /** Whether there is a program of this name. */
    static boolean isThere(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
    }

    Program with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Ended run(String... command) {
        try {
            Path out = Files.createTempFile("milesbot-test", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().keySet().retainAll(HANDED_ON);
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end: " + String.join(" ", command));
            }
            String said = Files.readString(out);
            Files.delete(out);
            return new Ended(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
