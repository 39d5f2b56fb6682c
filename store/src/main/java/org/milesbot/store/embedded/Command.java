package org.milesbot.store.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of the server. Their output goes to a file and never to a pipe: the server inherits it and would
 * keep a pipe open for as long as it runs.
 */
final class Command {

    private static final File NOTHING = new File("/dev/null");
    private static final int SHORT_SECONDS = 10;
    private static final int LONGEST_OUTPUT = 2_000;

    private Command() {}

    /** Runs to the end and returns the exit code; its output is added to the file. */
    static int run(List<String> words, Path output, int seconds) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(NOTHING)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        // What the user set for a PostgreSQL of their own is not meant for this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.directory(new File("/"));
        try {
            Process process = builder.start();
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw Failures.external(null, "command-late", words.get(words.size() - 1), seconds);
        } catch (IOException e) {
            throw Failures.external(e, "command-missing", words.get(0), Failures.reason(e));
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    /** Whether a short command is there and ends well. */
    static boolean succeeds(List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(NOTHING)
                    .redirectOutput(NOTHING)
                    .start();
            return process.waitFor(SHORT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            // Not installed, which is an answer.
            return false;
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    /** What a short command prints; empty if it fails. */
    static String output(List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(NOTHING)
                    .start();
            return new String(process.getInputStream().readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Begins a command that goes on when this process ends. */
    static void detach(List<String> words) {
        try {
            new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(NOTHING)
                    .redirectOutput(NOTHING)
                    .start();
        } catch (IOException e) {
            throw Failures.external(e, "command-missing", words.get(0), Failures.reason(e));
        }
    }

    /** The last lines of a file from an offset on, for an error message. */
    static String tail(Path file, long offset) {
        try (var channel = Files.newByteChannel(file)) {
            long from = Math.max(offset, channel.size() - LONGEST_OUTPUT);
            byte[] bytes = new byte[(int) Math.max(0, channel.size() - from)];
            channel.position(from).read(ByteBuffer.wrap(bytes));
            return String.join(
                    " | ",
                    new String(bytes, StandardCharsets.UTF_8).strip().lines().toList());
        } catch (IOException e) {
            return Failures.reason(e);
        }
    }
}
