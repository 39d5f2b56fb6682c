package org.milesbot.cli.jar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jar that people are given, started in the environment of its settings alone. */
final class FatJar {

    static final Path FILE = Path.of("target", "milesbot.jar").toAbsolutePath();
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path directory;
    private final Map<String, String> environment;

    /** The jar as started in a folder, in English. */
    FatJar(Path directory) {
        this(directory, Map.of("MILESBOT_HOME", directory.toString(), "MILESBOT_LANG", "en"));
    }

    private FatJar(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    /** The same with one more setting. */
    FatJar with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new FatJar(directory, more);
    }

    Running start(String... arguments) {
        return startWith(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), arguments);
    }

    /** With other options of the Java machine. */
    Running startWith(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.add("-jar");
        command.add(FILE.toString());
        command.addAll(List.of(arguments));
        return Running.start(directory, environment, command);
    }

    Run run(String... arguments) {
        return start(arguments).await();
    }
}
