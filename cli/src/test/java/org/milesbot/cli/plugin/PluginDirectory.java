package org.milesbot.cli.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.milesbot.api.plugin.PluginFactory;

/** A plug-ins directory that tests fill with strangers' jars, compiled against the api and nothing else. */
public final class PluginDirectory {

    static final String SERVICE = "META-INF/services/" + PluginFactory.class.getName();

    /** Java source of a loop that no interrupt ends, and that leaves the processor to others. */
    public static final String LOOP =
            "while (System.nanoTime() != 0) { try { Thread.sleep(50); } catch (InterruptedException e) { } }";

    private final Path root;
    private final Path workshop;

    public PluginDirectory(Path temporary) throws IOException {
        this.root = Files.createDirectories(temporary.resolve("plugins"));
        this.workshop = Files.createDirectories(temporary.resolve("workshop"));
    }

    public Path path() {
        return root;
    }

    /** Adds a folder with the jar of a plug-in of level 1 whose members are given as Java source. */
    public Path add(String folder, String id, String members) throws IOException {
        return addFactory(folder, "", "return \"" + id + "\";", "return 1;", members);
    }

    /** The same with one migration, {@code V001__tables.sql}. */
    public Path addWithTables(String folder, String id, String sql, String members) throws IOException {
        String migrations = """
                } public List<org.milesbot.api.storage.Migration> migrations() {
                    return List.of(new org.milesbot.api.storage.Migration("V001__tables.sql", "%s"));
                """.formatted(sql);
        return addFactory(folder, migrations, "return \"" + id + "\";", "return 1;", members);
    }

    /** Adds a folder with the jar of a plug-in whose factory misbehaves. */
    Path addFactory(String folder, String constructor, String id, String level, String members) throws IOException {
        String source = """
                package stranger;
                import java.net.URI;
                import java.time.Instant;
                import java.util.*;
                import org.milesbot.api.*;
                import org.milesbot.api.fare.*;
                import org.milesbot.api.forecast.*;
                import org.milesbot.api.job.*;
                import org.milesbot.api.notify.*;
                import org.milesbot.api.plugin.*;
                import org.milesbot.api.promo.*;
                import org.milesbot.api.source.*;
                import org.milesbot.api.terminal.*;
                public final class StrangersFactory implements PluginFactory {
                    public StrangersFactory() { %s }
                    public String id() { %s }
                    public String version() { return "0.1"; }
                    public int apiLevel() { %s }
                    public Plugin create(PluginContext context) { return new StrangersPlugin(context); }
                }
                class StrangersPlugin implements Plugin {
                    final PluginContext context;
                    StrangersPlugin(PluginContext context) { this.context = context; }
                    %s
                }
                """.formatted(constructor, id, level, withDefaults(members));
        return jar(folder, compiled(folder, source), "stranger.StrangersFactory");
    }

    private static String withDefaults(String members) {
        String schedule =
                members.contains("String schedule()") ? "" : "public String schedule() { return \"daily\"; }\n";
        String categories = members.contains("categories()")
                ? ""
                : "public Set<String> categories() { return Set.of(\"bonus\"); }\n";
        return schedule + categories + members;
    }

    /** The Java source of a plug-in's {@code sources()} with one source, whose reading is given as Java source. */
    public static String source(String id, String address, String read) {
        return """
                public List<Source> sources() {
                    return List.of(new Source() {
                        public SourceId id() { return new SourceId("%s"); }
                        public Provenance provenance() { return Provenance.BLOG; }
                        public List<URI> addresses() { return List.of(URI.create("%s")); }
                        public Reading read(Page page) { %s }
                    });
                }
                """.formatted(id, address, read);
    }

    /** Packs classes into {@code <folder>/plugin.jar}; without a provider if it is empty. */
    private Path jar(String folder, Path classes, String provider) throws IOException {
        Path jar = Files.createDirectories(root.resolve(folder)).resolve("plugin.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
            }
            out.putNextEntry(new JarEntry(SERVICE));
            out.write(provider.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    /** A jar whose service file names a class that is not in it. */
    Path addWithoutItsClass(String folder) throws IOException {
        return jar(folder, Files.createDirectories(workshop.resolve(folder)), "stranger.Missing");
    }

    /** A jar without any provider. */
    Path addWithoutProvider(String folder) throws IOException {
        return jar(folder, Files.createDirectories(workshop.resolve(folder)), "");
    }

    private Path compiled(String name, String source) throws IOException {
        Path classes = Files.createDirectories(workshop.resolve(name));
        Path file = Files.writeString(
                Files.createDirectories(workshop.resolve(name + "-src")).resolve("StrangersFactory.java"), source);
        JavaCompiler compiler =
                Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "no compiler: run on a JDK");
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-proc:none", "-cp", apiLocation().toString(), "-d", classes.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(messages + "\n" + source);
            }
        }
        return classes;
    }

    private static Path apiLocation() {
        return locationOf(PluginFactory.class);
    }

    /** The jar or the folder of classes that a class was loaded from. */
    public static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class from nowhere: " + type, e);
        }
    }

    /** Puts a built plug-in into a folder as its user would: the jar, or before it is packed the folder of classes. */
    public Path install(String folder, Path built) throws IOException {
        Path target = Files.createDirectories(root.resolve(folder));
        if (Files.isRegularFile(built)) {
            Files.copy(built, target.resolve("plugin.jar"));
            return target;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(built)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path copy = target.resolve("classes").resolve(built.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(file, copy);
        }
        return target;
    }
}
