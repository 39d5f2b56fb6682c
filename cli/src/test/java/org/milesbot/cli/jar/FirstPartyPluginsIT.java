package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The archives that the build makes of the folders in {@code plugins}, installed as a stranger's are. */
class FirstPartyPluginsIT {

    private static final Path PLUGINS = FatJar.ROOT.resolve("plugins");

    @TempDir
    Path home;

    static List<String> ids() throws IOException {
        try (Stream<Path> folders = Files.list(PLUGINS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isInstalledFromItsArchive(String id) throws IOException {
        FatJar jar = new FatJar(home);

        Run installed = jar.run("plugins", "install", archive(id).toString());

        assertThat(installed.exitCode()).as(installed.err()).isZero();
        assertThat(installed.out()).contains(id);
        assertThat(jar.run("plugins", "--json").lines())
                .filteredOn(line -> line.contains("\"id\":\"" + id + "\""))
                .singleElement()
                .asString()
                .contains("\"standing\":\"enabled\"");
        assertThat(home.resolve("plugins").resolve(id)).isDirectoryContaining("glob:**README.md");
    }

    @Test
    void theSampleBringsSomethingOfEachKind() throws IOException {
        Run installed =
                new FatJar(home).run("plugins", "install", archive("sample").toString());

        assertThat(installed.out())
                .contains("sample_offers", "/milheiro", "census", "remind", "GET /p/sample", "payday");
    }

    private static Path archive(String id) throws IOException {
        try (Stream<Path> files = Files.list(PLUGINS.resolve(id).resolve("target"))) {
            List<Path> archives = files.filter(
                            file -> file.getFileName().toString().matches("milesbot-plugin-" + id + "-[0-9].*\\.zip"))
                    .toList();
            assertThat(archives).as("archives of " + id).hasSize(1);
            return archives.get(0);
        }
    }
}
