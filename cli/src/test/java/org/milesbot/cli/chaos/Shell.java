package org.milesbot.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programs of the system. */
final class Shell {

    private Shell() {}

    /** Runs a program that has to succeed. */
    static void run(String... command) {
        String said = said(command);
        if (said != null) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }

    /** Whether it succeeds. */
    static boolean succeeds(String... command) {
        return said(command) == null;
    }

    /** What it said if it failed, and null if it did not. */
    private static @Nullable String said(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? null : said.strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
