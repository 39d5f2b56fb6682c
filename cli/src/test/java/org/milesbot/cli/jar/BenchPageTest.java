package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the benchmarks, written from what was measured before. */
class BenchPageTest {

    @TempDir
    Path root;

    private Path kept;

    @BeforeEach
    void copy() throws IOException {
        Path script = Files.createDirectories(root.resolve("scripts")).resolve("bench");
        Files.copy(FatJar.ROOT.resolve("scripts/bench"), script, StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(FatJar.ROOT.resolve("pom.xml"), root.resolve("pom.xml"));
        kept = Files.createDirectories(root.resolve("target/bench"));
    }

    private Run bench(String... words) {
        List<String> command = new ArrayList<>(List.of("sh", "scripts/bench"));
        command.addAll(List.of(words));
        return Running.start(root, Map.of(), command).await();
    }

    @Test
    void writesWhatWasMeasuredAndLeavesOutTheRest() throws IOException {
        Files.writeString(kept.resolve("tick.md"), "Measured on a day.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        Files.writeString(kept.resolve("match.md"), "Measured on a day.\n\n  1 promo in 3 s\n");

        assertThat(bench("--page")).isEqualTo(new Run(0, "", ""));

        String page = Files.readString(root.resolve("docs/benchmarks.md"));
        assertThat(page)
                .startsWith("# Benchmarks\n")
                .contains("\n## One tick over 200 pages\n\nAsked: ", "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
                .contains("whom of a million people a promo is for\n\nMeasured on a day.\n\n- 1 promo in 3 s\n")
                .containsPattern(
                        "\n[0-9]+ cores, .+ of memory, .+; PostgreSQL [0-9.]+, which comes along; Python .*; urlwatch .+\n")
                .doesNotContain("## Forecasting");
    }

    @Test
    void keepsWhatABenchPrintsAndHowItWasMeasured() throws IOException {
        Files.createDirectories(root.resolve("cli"));
        script("milesbot", "exit 0");
        script("support/run-test-class", "echo \"| $1 |\"; echo \"| $2 $3 |\"; echo progress >&2");

        Run run = bench("tick", "3");

        assertThat(run).isEqualTo(new Run(0, "| cli |\n| org.milesbot.cli.jar.TickBenchmark 3 |\n", ""));
        assertThat(kept.resolve("tick.md"))
                .content()
                .containsPattern(
                        "^Measured on [-0-9]{10} by `scripts/bench tick 3`, on Java .+; it took [01] min, .+\n\n\\| cli")
                .endsWith("TickBenchmark 3 |\n");
        assertThat(kept.resolve("tick.log")).hasContent("progress");
    }

    @Test
    void leavesWhatWasKeptWhereABenchFails() throws IOException {
        Files.writeString(kept.resolve("match.md"), "before\n");
        script("support/run-test-class", "echo no such place >&2; exit 1");

        Run run = bench("match");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no such place", "match failed");
        assertThat(kept.resolve("match.md")).hasContent("before");
    }

    private void script(String name, String... lines) throws IOException {
        Path script = root.resolve("scripts").resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void listsWhatCanBeMeasured() {
        Run run = bench("--list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).contains("scripts/bench tick [TIMES]: One tick over 200 pages");
    }

    @Test
    void saysWhatCanBeMeasuredToWhoeverAsksForSomethingElse() {
        Run run = bench("tock");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("NAME ARGUMENT", "scripts/bench tick [TIMES]");
    }
}
