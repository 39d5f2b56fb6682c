package org.milesbot.cli.jar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jar that people are given, started in the environment of its settings alone. */
public final class FatJar {

    public static final Path FILE = Path.of("target", "milesbot.jar").toAbsolutePath();
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path directory;
    private final Map<String, String> environment;
    private final List<String> prefix;

    /** The jar as started in a folder, in English. */
    public FatJar(Path directory) {
        this(directory, Map.of("MILESBOT_HOME", directory.toString(), "MILESBOT_LANG", "en"), List.of());
    }

    private FatJar(Path directory, Map<String, String> environment, List<String> prefix) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
        this.prefix = List.copyOf(prefix);
    }

    /** The same with one more setting. */
    public FatJar with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new FatJar(directory, more, prefix);
    }

    /** The same started by another program, which becomes it. */
    public FatJar startedBy(List<String> program) {
        return new FatJar(directory, environment, program);
    }

    public Running start(String... arguments) {
        return startWith(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), arguments);
    }

    /** With other options of the Java machine. */
    public Running startWith(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(JAVA.toString());
        command.addAll(options);
        command.add("-jar");
        command.add(FILE.toString());
        command.addAll(List.of(arguments));
        return Running.start(directory, environment, command);
    }

    /** Started as people start it, by the launcher. */
    public Running launch(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(ROOT.resolve("scripts").resolve("milesbot").toString());
        command.addAll(List.of(arguments));
        return Running.start(directory, environment, command);
    }

    public Run run(String... arguments) {
        return start(arguments).await();
    }
}
