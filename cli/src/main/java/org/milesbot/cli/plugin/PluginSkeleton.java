package org.milesbot.cli.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/** The files that a new plug-in begins with: one that works, with a recording and what it finds there. */
public enum PluginSkeleton {
    /** One that needs no code. */
    YAML,
    /** One in Java. */
    JAVA;

    private static final String PACKAGE = "plugin/";

    /** Where each file goes, and the template that it is made of. */
    private record Made(String file, String template) {}

    private static final Made RECORDING = new Made("recordings/example.har", "example.har");
    private static final Made EXPECTED = new Made("expected.jsonl", "expected.jsonl");

    private List<Made> files() {
        return switch (this) {
            case YAML -> List.of(new Made("plugin.yaml", "plugin.yaml"), RECORDING, EXPECTED);
            case JAVA ->
                List.of(
                        new Made("pom.xml", "pom.xml"),
                        new Made(".gitignore", "gitignore"),
                        new Made("src/main/java/{{package}}/{{Name}}Factory.java", "Factory.java"),
                        new Made("src/main/java/{{package}}/{{Name}}Source.java", "Source.java"),
                        new Made("src/main/java/{{package}}/package-info.java", "package-info.java"),
                        new Made(
                                "src/main/resources/META-INF/services/org.milesbot.api.plugin.PluginFactory",
                                "services"),
                        new Made("src/test/java/{{package}}/{{Name}}FactoryTest.java", "FactoryTest.java"),
                        RECORDING,
                        EXPECTED);
        };
    }

    /**
     * Writes the files.
     *
     * @param id the plug-in's name
     * @param folder where they go; it must not be there yet, or be empty
     * @param version the milesbot that it is written against
     * @return the files, in the order they were written
     * @throws MilesbotException of kind USAGE if the id is no name or the folder is in use, of kind CONFIGURATION if the
     *     files cannot be written
     */
    public List<Path> write(String id, Path folder, String version) {
        if (!Slugs.isSlug(id)) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(PluginSkeleton.class, "skeleton.id", Quoted.of(id)));
        }
        Map<String, String> words = new TreeMap<>();
        words.put("id", id);
        words.put("Name", camel(id));
        words.put("package", PACKAGE + id);
        words.put("version", version);
        try {
            requireEmpty(folder);
            List<Path> written = new ArrayList<>();
            for (Made made : files()) {
                Path file = folder.resolve(filled(made.file, words));
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, filled(template(made.template), words));
                written.add(file);
            }
            return written;
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(PluginSkeleton.class, "skeleton.unwritable", folder.toString(), e.toString()),
                    e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw inUse(folder);
        }
        try (var children = Files.list(folder)) {
            if (children.findAny().isPresent()) {
                throw inUse(folder);
            }
        }
    }

    private static MilesbotException inUse(Path folder) {
        return new MilesbotException(
                ErrorKind.USAGE, Text.of(PluginSkeleton.class, "skeleton.in_use", folder.toString()));
    }

    private static String template(String name) throws IOException {
        try (InputStream in = PluginSkeleton.class.getResourceAsStream("skeleton/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String filled(String template, Map<String, String> words) {
        String filled = template;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        return filled;
    }

    private static String camel(String id) {
        return Arrays.stream(id.split("_", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}
