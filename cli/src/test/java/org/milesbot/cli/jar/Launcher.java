package org.milesbot.cli.jar;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** milesbot as people and timers start it: by the launcher, in the environment of its settings alone. */
final class Launcher {

    private static final String SCRIPT = FatJar.ROOT.resolve("scripts/milesbot").toString();
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Path home;
    private final Map<String, String> environment;

    /** With a data folder, on the Java that this runs on. */
    Launcher(Path home) {
        this(
                home,
                Map.of(
                        "MILESBOT_HOME", home.toString(),
                        "MILESBOT_LANG", "en",
                        "JAVA_HOME", System.getProperty("java.home")));
    }

    private Launcher(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /** The same with one more setting, or with another value of one. */
    Launcher with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Launcher(home, more);
    }

    /** Runs it to its end, which must be a good one. */
    Run run(String... words) {
        Run run = Running.start(home, environment, command(words)).await(LONGEST);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(List.of(words) + " ended with " + run.exitCode() + ": " + run.err());
        }
        return run;
    }

    /** The same, and what it took. */
    Spent spent(String... words) {
        return spent(command(words));
    }

    /** What another program takes in the same surroundings. */
    Spent spent(List<String> command) {
        return Spent.running(home, environment, command);
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(SCRIPT));
        command.addAll(List.of(words));
        return command;
    }
}
