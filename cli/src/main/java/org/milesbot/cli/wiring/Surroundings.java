package org.milesbot.cli.wiring;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.milesbot.api.Zones;

/**
 * All that a command takes from the process it runs in; tests hand in their own.
 *
 * @param environment the environment variables
 * @param workingDirectory where relative paths begin
 * @param clock the time, in America/Sao_Paulo
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal which of the streams are a terminal, and how wide it is
 */
public record Surroundings(
        Map<String, String> environment,
        Path workingDirectory,
        Clock clock,
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Terminal terminal) {

    /** Copies the environment. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** What this process has. The streams are UTF-8, whatever the platform's default is. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Clock.system(Zones.SAO_PAULO),
                new FileInputStream(FileDescriptor.in),
                writer(FileDescriptor.out, false),
                writer(FileDescriptor.err, true),
                Terminal.ofProcess());
    }

    private static PrintWriter writer(FileDescriptor descriptor, boolean flushLines) {
        OutputStreamWriter encoded = new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8);
        return new PrintWriter(new BufferedWriter(encoded, 1 << 16), flushLines);
    }
}
