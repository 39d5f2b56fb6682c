package org.milesbot.cli.jar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/**
 * How long short commands take from the launcher to their end, beside a jar of one class and beside Python with libraries
 * of the same kind. By turns, so that what else the machine does is shared alike.
 */
final class StartupBenchmark {

    private static final int RUNS = 20;
    private static final String PYTHON = "import requests, bs4, psycopg2, sqlalchemy, click";

    private final Path work;
    private final int runs;
    private final Map<String, List<String>> commands = new LinkedHashMap<>();

    private StartupBenchmark(Path work, int runs) {
        this.work = work;
        this.runs = runs;
    }

    /** Arguments: how often to run each (20), then the homes of the Javas to start it with (the one that runs this). */
    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        List<String> javas = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : List.of(System.getProperty("java.home"));
        StartupBenchmark benchmark = new StartupBenchmark(Files.createTempDirectory("milesbot-startup"), runs);
        benchmark.prepare(javas);
        try {
            benchmark.compare(javas);
        } finally {
            benchmark.milesbot(javas.get(0), "db", "stop", "--quiet").await();
        }
    }

    private void prepare(List<String> javas) throws IOException {
        Path hello = hello();
        require(milesbot(javas.get(0), "demo", "--quiet"));
        commands.put("python", List.of("/usr/bin/python3", "-c", PYTHON));
        for (String java : javas) {
            require(milesbot(java, "promos", "--json"));
            require(milesbot(java, "warm-cache"));
            commands.put("hello " + java, List.of(java + "/bin/java", "-jar", hello.toString()));
            commands.put("--version " + java, launcher("--version"));
            commands.put("promos " + java, launcher("promos", "--json"));
        }
    }

    private static void require(Running running) {
        Run run = running.await();
        if (run.exitCode() != 0) {
            throw new IllegalStateException("exit code " + run.exitCode() + ": " + run.err());
        }
    }

    private static List<String> launcher(String... words) {
        List<String> command =
                new ArrayList<>(List.of(FatJar.ROOT.resolve("scripts/milesbot").toString()));
        command.addAll(List.of(words));
        return command;
    }

    private Running milesbot(String java, String... words) {
        return Running.start(work, environment(java), launcher(words));
    }

    private Map<String, String> environment(String java) {
        return Map.of("JAVA_HOME", java, "MILESBOT_HOME", work.toString(), "MILESBOT_SCHEMA", "milesbot_demo");
    }

    private void compare(List<String> javas) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int i = 0; i <= runs; i++) {
            for (Map.Entry<String, List<String>> each : commands.entrySet()) {
                long time = time(each.getKey(), each.getValue());
                if (i > 0) { // the first warms up the disk
                    times.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        long python = median(times, "python");
        tell("python3 -c '%s': %d ms (medians of %d)", PYTHON, python, runs);
        for (String java : javas) {
            long hello = median(times, "hello " + java);
            long version = median(times, "--version " + java);
            long promos = median(times, "promos " + java);
            tell("%s", java);
            tell("  hello jar %d ms, milesbot --version %d ms: %.2f times", hello, version, (double) version / hello);
            tell("  milesbot promos --json %d ms: %.2f times Python", promos, (double) promos / python);
        }
    }

    private static void tell(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }

    private long time(String name, List<String> command) {
        String java = name.substring(name.indexOf(' ') + 1);
        long start = System.nanoTime();
        require(Running.start(work, environment(java), command));
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(Map<String, List<Long>> times, String name) {
        List<Long> sorted = new ArrayList<>(Objects.requireNonNull(times.get(name)));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** A jar of one class that says hello. */
    private Path hello() throws IOException {
        Path source = Files.writeString(work.resolve("Hello.java"), """
                public final class Hello {
                    public static void main(String[] arguments) {
                        System.out.println("hello");
                    }
                }
                """, StandardCharsets.UTF_8);
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", work.toString(), source.toString());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Hello");
        Path jar = work.resolve("hello.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry("Hello.class"));
            entries.write(Files.readAllBytes(work.resolve("Hello.class")));
            entries.closeEntry();
        }
        return jar;
    }
}
