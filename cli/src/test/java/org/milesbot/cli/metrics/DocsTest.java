package org.milesbot.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The documents, the dashboard and the rules speak of what there is. */
@TestInstance(Lifecycle.PER_CLASS)
final class DocsTest {

    private static final Path DOCS = Path.of("..", "docs");

    /** Values, labels and ranges may look like series, and are none. */
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]*\"|\\{[^}]*\\}|\\[[^]]*\\]|\\((?:instance|class|plugin)[a-z_, ]*\\)");

    private static final Pattern SERIES =
            Pattern.compile("\\b(?:milesbot|promo|llm|alerts|plugin|jvm|process)_[a-z_]+[a-z]\\b");

    @TempDir
    private Path folder;

    private String served = "";

    @BeforeAll
    void serve() {
        try (MeasuredInstallation installation = new MeasuredInstallation()) {
            installation.fill();
            served = installation.served();
        }
    }

    private static Set<String> seriesIn(String expression) {
        return SERIES.matcher(QUOTED.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> told() {
        return served.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> dashboard() throws IOException {
        JsonNode board =
                new ObjectMapper().readTree(DOCS.resolve("grafana.json").toFile());
        return board.findValuesAsText("expr").stream()
                .flatMap(expression -> seriesIn(expression).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rules() throws IOException {
        String yaml = Files.readString(DOCS.resolve("alerts.yml"));
        return Pattern.compile("(?s)expr: (.*?)\\n        (?:for|labels):")
                .matcher(yaml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theTableHasEverySeries() throws IOException {
        List<String> lines = Files.readAllLines(DOCS.resolve("metrics.md")).stream()
                .filter(line -> line.startsWith("| `")
                        && line.chars().filter(c -> c == '|').count() == 6)
                .toList();

        assertThat(lines)
                .containsExactlyElementsOf(
                        Arrays.stream(Series.values()).map(DocsTest::line).toList());
    }

    private static String line(Series series) {
        String labels = series.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        String from = switch (series.origin()) {
            case STORE -> "database";
            case ALWAYS -> "any process";
            case SERVE -> "serve";
        };
        return String.join(
                " | ",
                "| `" + series.full() + "`",
                series.type().name().toLowerCase(Locale.ROOT),
                labels,
                series.help(),
                from + " |");
    }

    @Test
    void theTableOfReasonsHasEveryCode() throws IOException {
        String page = Files.readString(DOCS.resolve("metrics.md"));

        assertThat(Health.Code.values()).allSatisfy(code -> assertThat(page).contains("| `" + code.slug() + "` |"));
    }

    @Test
    void theDashboardAsksForWhatThereIs() throws IOException {
        assertThat(dashboard()).isNotEmpty();
        assertThat(told()).containsAll(dashboard());
    }

    @Test
    void everySeriesOfOursIsOnTheDashboard() throws IOException {
        Set<String> shown = dashboard().stream()
                .flatMap(name -> Series.ofSample(name).stream())
                .map(Series::full)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Series.values()).map(Series::full).toList());
    }

    @Test
    void theDashboardCanBeImported() throws IOException {
        JsonNode board =
                new ObjectMapper().readTree(DOCS.resolve("grafana.json").toFile());
        List<JsonNode> panels = Stream.iterate(0, i -> i + 1)
                .limit(board.path("panels").size())
                .map(i -> board.path("panels").path(i))
                .toList();

        assertThat(board.path("id").isNull()).isTrue();
        assertThat(board.path("templating").path("list").path(0).path("type").asText())
                .isEqualTo("datasource");
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels)
                .filteredOn(panel -> !panel.path("type").asText().equals("row"))
                .isNotEmpty()
                .allSatisfy(panel -> {
                    assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
                    assertThat(panel.path("title").asText()).isNotEmpty();
                    assertThat(panel.path("targets")).isNotEmpty();
                    int right = panel.path("gridPos").path("x").asInt()
                            + panel.path("gridPos").path("w").asInt();
                    assertThat(right).isLessThanOrEqualTo(24);
                });
    }

    @Test
    void theRulesAskForWhatThereIs() throws IOException {
        Set<String> asked = rules().stream()
                .flatMap(rule -> seriesIn(rule).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rules()).hasSizeGreaterThan(15);
        assertThat(told()).containsAll(asked);
    }

    @Test
    void everyRuleSaysWhereToReadOn() throws IOException {
        String yaml = Files.readString(DOCS.resolve("alerts.yml"));
        Set<String> headings = Files.readAllLines(DOCS.resolve("operations.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
        List<String> runbooks = Pattern.compile("runbook: docs/operations\\.md#(\\S+)")
                .matcher(yaml)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(runbooks).hasSameSizeAs(rules());
        assertThat(headings).containsAll(runbooks);
    }

    @Test
    void promtoolFindsNothingAmissInTheFigures() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("milesbot.prom"), served);

        assertThat(promtool(file, "check", "metrics")).isEmpty();
    }

    @Test
    void promtoolFindsNothingAmissInTheRules() throws IOException, InterruptedException {
        Path nothing = Files.createFile(folder.resolve("nothing"));

        assertThat(promtool(
                        nothing, "check", "rules", DOCS.resolve("alerts.yml").toString()))
                .contains("SUCCESS");
        assertThat(promtool(
                        nothing,
                        "test",
                        "rules",
                        DOCS.resolve("alerts.test.yml").toString()))
                .contains("SUCCESS");
    }

    /** Its output, and an error if it ends with one. */
    private String promtool(Path input, String... words) throws IOException, InterruptedException {
        boolean isThere = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "promtool")));
        assumeTrue(isThere, "install promtool (Debian package prometheus) to have the figures and rules checked");
        Path output = folder.resolve("output-" + words[0]);
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("promtool"), Stream.of(words)).toList())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
