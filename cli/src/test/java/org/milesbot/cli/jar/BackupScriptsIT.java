package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.Zones;

class BackupScriptsIT {

    @TempDir
    Path folder;

    private Path bin;

    @BeforeEach
    void install() throws IOException {
        bin = Files.createDirectories(folder.resolve("bin"));
        for (String script : List.of("milesbot", "backup", "restore")) {
            Files.copy(
                    FatJar.ROOT.resolve("scripts").resolve(script),
                    bin.resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private Run run(Path home, String script, String... words) {
        List<String> command = new ArrayList<>(List.of(bin.resolve(script).toString()));
        command.addAll(List.of(words));
        Map<String, String> environment = Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "MILESBOT_HOME", home.toString(),
                "MILESBOT_LANG", "en");
        return Running.start(folder, environment, command).await();
    }

    private static List<String> names(Path backups, String ending) throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void bringsEverythingBackIntoAFreshServer() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Files.createSymbolicLink(lib.resolve("milesbot.jar"), FatJar.FILE);
        Files.createSymbolicLink(lib.resolve("postgres"), FatJar.FILE.resolveSibling("postgres"));
        Path here = withoutArchive("here");
        Path there = withoutArchive("there");
        try {
            assertThat(run(here, "milesbot", "users", "add", "123456789", "programs=smiles,azul")
                            .exitCode())
                    .isZero();
            assertThat(run(here, "milesbot", "import", "--quiet").exitCode()).isZero();
            Run kept = run(here, "backup");
            assertThat(kept.exitCode()).as(kept.err()).isZero();
            assertThat(kept.out()).isEmpty();
            String name = names(here.resolve("backups"), ".zip").get(0);
            Path copy = here.resolve("backups").resolve(name);
            assertThat(kept.err()).contains(copy.toString());

            Run back = run(there, "restore", copy.toString());
            assertThat(back.exitCode()).as(back.err()).isZero();
            for (List<String> shown : List.of(List.of("users", "list", "--json"), List.of("export"))) {
                Run told = run(here, "milesbot", shown.toArray(String[]::new));
                assertThat(told.out()).isNotEmpty();
                assertThat(run(there, "milesbot", shown.toArray(String[]::new))).isEqualTo(told);
            }
            assertThat(run(there, "restore", copy.toString()).err()).contains("--replace");
            assertThat(run(there, "restore", copy.toString(), "--replace").exitCode())
                    .isZero();
        } finally {
            run(here, "milesbot", "db", "stop", "--quiet");
            run(there, "milesbot", "db", "stop", "--quiet");
        }
    }

    /** Nothing is made behind a command here that would still be at it when the folder is to go. */
    private Path withoutArchive(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createFile(home.resolve("cache"));
        return home;
    }

    @Test
    void refusesACopyThatIsNotWhatWasKept() throws IOException {
        fake("echo restored");
        Path copy = Files.writeString(folder.resolve("milesbot-20261122-031500.zip"), "copy");
        assertThat(run(folder, "restore", copy.toString()))
                .matches(run -> run.exitCode() == 4)
                .matches(run -> run.err().contains(".sha256"));
        Path sum = Files.writeString(folder.resolve(copy.getFileName() + ".sha256"), "0".repeat(64) + "  x\n");
        assertThat(run(folder, "restore", copy.toString()))
                .matches(run -> run.exitCode() == 1)
                .matches(run -> run.out().isEmpty())
                .matches(run -> run.err().contains("SHA-256"));
        // The sum of nothing.
        Files.writeString(copy, "");
        Files.writeString(sum, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  x\n");
        assertThat(run(folder, "restore", copy.toString())).isEqualTo(new Run(0, "restored\n", ""));
    }

    @Test
    void keepsTodaysCopiesAndTheNewestOfSixDaysBefore() throws IOException {
        fake("[ \"$1 $2\" = 'db backup' ] && echo copy >\"$4\"");
        Path backups = Files.createDirectories(folder.resolve("copies"));
        LocalDate today = LocalDate.now(Zones.SAO_PAULO);
        List<String> expected = new ArrayList<>();
        for (int ago = 10; ago > 0; ago--) {
            String day = today.minusDays(ago).format(DateTimeFormatter.BASIC_ISO_DATE);
            for (String time : List.of("000000", "120000")) {
                String name = "milesbot-" + day + "-" + time + ".zip";
                Files.writeString(backups.resolve(name), "old");
                Files.writeString(backups.resolve(name + ".sha256"), "old");
                if (ago <= 6 && time.equals("120000")) {
                    expected.add(name);
                }
            }
        }
        Files.writeString(backups.resolve("notes.zip"), "somebody's own");
        Run run = run(folder, "backup", backups.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();

        List<String> left = names(backups, ".zip");
        assertThat(left).contains("notes.zip").containsAll(expected).hasSize(expected.size() + 2);
        assertThat(names(backups, ".sha256")).hasSize(expected.size() + 1);
        assertThat(run(folder, "backup", "--days", "1", backups.toString()).exitCode())
                .isZero();
        assertThat(names(backups, ".zip")).contains("notes.zip").doesNotContainAnyElementsOf(expected);
    }

    @Test
    void keepsTheOldOnesWhenTheNewOneFails() throws IOException {
        fake("exit 5");
        Path backups = Files.createDirectories(folder.resolve("copies"));
        Files.writeString(backups.resolve("milesbot-20200101-000000.zip"), "old");
        assertThat(run(folder, "backup", backups.toString()).exitCode()).isEqualTo(5);
        assertThat(names(backups, ".zip")).containsExactly("milesbot-20200101-000000.zip");
    }

    private void fake(String text) throws IOException {
        Files.writeString(bin.resolve("milesbot"), "#!/bin/sh\n" + text + "\n");
    }
}
