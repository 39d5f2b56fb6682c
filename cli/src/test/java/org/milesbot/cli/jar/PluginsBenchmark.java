package org.milesbot.cli.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.milesbot.cli.plugin.PluginSkeleton;

/**
 * What 50 plug-ins that are only declared cost a command that needs none of them, and one that reads them all; as people start
 * milesbot, by the launcher with its archive of classes.
 */
final class PluginsBenchmark {

    private static final int PLUGINS = 50;
    private static final int RUNS = 20;

    private PluginsBenchmark() {}

    /** Argument: how often to run each; 20 if there is none. */
    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        Path home = Files.createTempDirectory("milesbot-plugins-bench");
        Path none = Files.createDirectories(home.resolve("none"));
        Path many = home.resolve("many");
        for (int i = 0; i < PLUGINS; i++) {
            PluginSkeleton.YAML.write("bench_" + i, many.resolve("bench_" + i), "0");
        }
        Launcher milesbot = new Launcher(home);
        try {
            milesbot.run("promos", "--json");
            milesbot.run("warm-cache");
            compare(milesbot, runs, "promos --json", none, many);
            compare(milesbot, runs, "plugins --json", none, many);
        } finally {
            milesbot.run("db", "stop", "--quiet");
        }
    }

    /** By turns, so that what else the machine does is shared alike. */
    private static void compare(Launcher milesbot, int runs, String command, Path none, Path many) {
        List<Long> without = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        time(milesbot, command, none);
        for (int i = 0; i < runs; i++) {
            without.add(time(milesbot, command, none));
            with.add(time(milesbot, command, many));
        }
        System.out.printf(
                "%-16s without plug-ins %4d ms, with %d declared %4d ms: %+d ms (medians of %d)%n",
                command, median(without), PLUGINS, median(with), median(with) - median(without), runs);
    }

    private static long time(Launcher milesbot, String command, Path plugins) {
        long start = System.nanoTime();
        milesbot.with("MILESBOT_PLUGINS_DIR", plugins.toString()).run(command.split(" "));
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
