package org.milesbot.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.milesbot.cli.command.Milesbot;
import org.milesbot.cli.wiring.StandardStreams;
import org.milesbot.cli.wiring.Surroundings;

/** The one main. */
public final class Main {

    private static final List<String> VERSION_OPTIONS = List.of("--version", "-V");

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Answered before anything else is loaded: scripts ask often.
        if (args.length == 1 && VERSION_OPTIONS.contains(args[0])) {
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                    .println("milesbot " + Version.current());
            return;
        }
        StandardStreams.keepFromPlugins();
        int exitCode = new Milesbot(Surroundings.ofProcess()).run(Arrays.asList(args));
        // Not by return: a plug-in that loops keeps a thread that nobody can stop.
        System.exit(exitCode);
    }
}
