package org.milesbot.cli.plugin;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.PluginFactory;

/** Compiles the sources of a plug-in into its folder {@code classes}, from which it is loaded. */
public final class PluginCompiler {

    private static final int LONGEST_REPORT = 4_000;

    private PluginCompiler() {}

    /**
     * Compiles {@code src/main/java} against the contract of this milesbot and copies {@code src/main/resources}.
     *
     * @return how many source files there were
     * @throws MilesbotException of kind DATA with what the compiler says if the sources have errors, of kind CONFIGURATION
     *     if there are none, if this Java has no compiler, or if the files cannot be written
     */
    public static int compile(Path folder) {
        try {
            List<Path> sources = files(folder.resolve("src/main/java"), ".java");
            if (sources.isEmpty()) {
                throw wrong("compile.nothing", folder.resolve("src/main/java").toString());
            }
            Path classes = Files.createDirectories(folder.resolve("classes"));
            compile(sources, classes);
            copy(folder.resolve("src/main/resources"), classes);
            return sources.size();
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(PluginCompiler.class, "compile.unwritable", folder.toString(), e.toString()),
                    e);
        }
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw wrong("compile.jre", System.getProperty("java.home"));
        }
        StringWriter report = new StringWriter();
        List<String> options = List.of(
                "--release", "17", "-proc:none", "-Xlint:all", "-classpath", contract(), "-d", classes.toString());
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean good = compiler.getTask(
                            report, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!good) {
                String said = report.toString().strip();
                String shown = said.length() <= LONGEST_REPORT ? said : said.substring(0, LONGEST_REPORT) + "…";
                throw new MilesbotException(ErrorKind.DATA, Text.of(PluginCompiler.class, "compile.errors", shown));
            }
        }
    }

    /** The jar or folder that the contract comes from. */
    private static String contract() {
        try {
            return Path.of(PluginFactory.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of a loaded class is an address", e);
        }
    }

    private static void copy(Path resources, Path classes) throws IOException {
        for (Path file : files(resources, "")) {
            Path target = classes.resolve(resources.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private static MilesbotException wrong(String key, String argument) {
        return new MilesbotException(ErrorKind.CONFIGURATION, Text.of(PluginCompiler.class, key, argument));
    }
}
