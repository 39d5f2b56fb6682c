package org.milesbot.cli.jar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * How long short commands take from the launcher to their end, beside a jar of one class and beside Python with libraries
 * of the same kind. By turns, so that what else the machine does is shared alike.
 */
final class StartupBenchmark {

    private static final int RUNS = 20;
    private static final String PYTHON = "python";
    private static final List<String> BARE = List.of("/usr/bin/python3", "-c", "pass");
    private static final List<String> WITH_LIBRARIES =
            List.of("/usr/bin/python3", "-c", "import requests, bs4, psycopg2, sqlalchemy, click");

    private final Path work;
    private final List<String> javas;
    private final Map<String, Supplier<Spent>> commands = new LinkedHashMap<>();
    private final Map<String, List<Spent>> spent = new LinkedHashMap<>();

    private StartupBenchmark(Path work, List<String> javas) {
        this.work = work;
        this.javas = javas;
    }

    /** Arguments: how often to run each (20), then the homes of the Javas to start it with (the one that runs this). */
    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        List<String> javas = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : List.of(System.getProperty("java.home"));
        StartupBenchmark benchmark = new StartupBenchmark(Files.createTempDirectory("milesbot-startup"), javas);
        benchmark.prepare();
        try {
            benchmark.measure(runs);
            benchmark.tell(runs);
        } finally {
            benchmark.milesbot(javas.get(0)).run("db", "stop", "--quiet");
        }
    }

    private Launcher milesbot(String java) {
        return new Launcher(work).with("JAVA_HOME", java).with("MILESBOT_SCHEMA", "milesbot_demo");
    }

    private void prepare() throws IOException {
        Path hello = hello();
        milesbot(javas.get(0)).run("demo", "--quiet");
        commands.put(PYTHON, () -> milesbot(javas.get(0)).spent(WITH_LIBRARIES));
        commands.put("bare " + PYTHON, () -> milesbot(javas.get(0)).spent(BARE));
        for (String java : javas) {
            Launcher milesbot = milesbot(java);
            milesbot.run("promos", "--json");
            milesbot.run("warm-cache");
            List<String> sayHello = List.of(java + "/bin/java", "-jar", hello.toString());
            commands.put("hello " + java, () -> milesbot.spent(sayHello));
            commands.put("--version " + java, () -> milesbot.spent("--version"));
            commands.put("promos " + java, () -> milesbot.spent("promos", "--json"));
        }
    }

    private void measure(int runs) {
        for (int i = 0; i <= runs; i++) {
            boolean warmsUpTheDisk = i == 0;
            commands.forEach((name, command) -> {
                Spent one = command.get();
                if (!warmsUpTheDisk) {
                    spent.computeIfAbsent(name, key -> new ArrayList<>()).add(one);
                }
            });
        }
    }

    private void tell(int runs) {
        MarkdownTable table =
                new MarkdownTable("Java", "command", "wall", "CPU", "peak memory", "beside", "wall", "CPU", "asked");
        table.row(cells("", "`python3 -c pass`", median("bare " + PYTHON), null, "", ""));
        table.row(cells("", "`python3 -c 'import …'`", median(PYTHON), null, "", ""));
        for (String java : javas) {
            String version = version(java);
            Spent hello = median("hello " + java);
            table.row(cells(version, "hello", hello, null, "", ""));
            table.row(cells(version, "`--version`", median("--version " + java), hello, "hello", "≤ 2"));
            String asked = version.startsWith("17") ? "≤ 1.0" : "≤ 0.8";
            table.row(cells(version, "`promos --json`", median("promos " + java), median(PYTHON), "python", asked));
        }
        System.out.printf("Medians of %d runs each, by turns.%n%n%s%n", runs, table);
    }

    private static String[] cells(
            String java, String command, Spent one, @Nullable Spent other, String name, String asked) {
        return new String[] {
            java,
            command,
            Math.round(one.wall()) + " ms",
            Math.round(one.cpu()) + " ms",
            one.peak() / 1_024 + " MB",
            name,
            other == null ? "" : String.format(Locale.ROOT, "%.2f", one.wall() / other.wall()),
            other == null ? "" : String.format(Locale.ROOT, "%.2f", one.cpu() / other.cpu()),
            asked
        };
    }

    private Spent median(String name) {
        return Spent.median(Objects.requireNonNull(spent.get(name)));
    }

    /** What the file that each Java brings along says of it. */
    private static String version(String java) {
        try (Stream<String> lines = Files.lines(Path.of(java, "release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", ""))
                    .findFirst()
                    .orElse(java);
        } catch (IOException e) {
            return java;
        }
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
