package org.milesbot.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs as a user whose home is a folder of the test. */
record Shell(Path home) {

    /**
     * How a program ended.
     *
     * @param out what it said on its standard output
     * @param err what it said on its standard error
     */
    record Ended(int exitCode, String out, String err) {}

    Ended run(String... command) {
        return run(Map.of(), command);
    }

    Ended run(Map<String, String> settings, String... command) {
        try {
            Path out = Files.createTempFile("milesbot-release", ".out");
            Path err = Files.createTempFile("milesbot-release", ".err");
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(home.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR", "JAVA_HOME"));
            builder.environment().put("HOME", home.toString());
            builder.environment().put("MILESBOT_LANG", "en");
            builder.environment().putAll(settings);
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("no end: " + String.join(" ", command));
            }
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
