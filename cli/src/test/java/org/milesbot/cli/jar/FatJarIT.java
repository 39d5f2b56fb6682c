package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class FatJarIT {

    private static final long MOST_BYTES = 36L * 1024 * 1024;

    private JarFile jar;
    private List<String> names;

    @TempDir
    Path home;

    @BeforeAll
    void open() throws IOException {
        jar = new JarFile(FatJar.FILE.toFile());
        names = jar.stream().map(ZipEntry::getName).toList();
    }

    @AfterAll
    void close() throws IOException {
        jar.close();
    }

    private List<String> service(String name) throws IOException {
        ZipEntry entry = Objects.requireNonNull(jar.getEntry("META-INF/services/" + name), name);
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void keepsTheServicesOfAllLibraries() throws IOException {
        assertThat(service("org.flywaydb.core.extensibility.Plugin"))
                .contains(
                        "org.flywaydb.database.postgresql.PostgreSQLDatabaseType",
                        "org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension")
                .anyMatch(plugin -> plugin.startsWith("org.flywaydb.core."))
                .doesNotHaveDuplicates();
        assertThat(service("java.sql.Driver")).containsExactly("org.postgresql.Driver");
        assertThat(service("ch.qos.logback.classic.spi.Configurator"))
                .containsExactly("org.milesbot.cli.wiring.Logging");
        assertThat(service("org.slf4j.spi.SLF4JServiceProvider"))
                .containsExactly("ch.qos.logback.classic.spi.LogbackServiceProvider");
    }

    @Test
    void everyServiceHasItsClass() throws IOException {
        List<String> services = names.stream()
                .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
                .map(name -> name.substring("META-INF/services/".length()))
                .toList();
        assertThat(services).hasSizeGreaterThan(4);
        for (String name : services) {
            assertThat(service(name))
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(provider -> assertThat(names).contains(provider.replace('.', '/') + ".class"));
        }
    }

    @Test
    void manifestNamesTheMainClassAndTheVersion() throws IOException {
        Attributes manifest =
                Objects.requireNonNull(jar.getManifest(), "manifest").getMainAttributes();
        assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("org.milesbot.cli.Main");
        assertThat(manifest.getValue(Attributes.Name.MULTI_RELEASE)).isEqualTo("true");
        assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(jar.isMultiRelease()).isTrue();
    }

    @Test
    void holdsNoSignatureAndNoModule() {
        assertThat(names)
                .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)"))
                .noneMatch(name -> name.endsWith("module-info.class"));
    }

    /** From Java 5, as in the library's own jar, they would be read and verified anew at each start. */
    @Test
    void holdsClassesOfPicocliThatAnArchiveTakes() throws IOException {
        List<String> classes = names.stream()
                .filter(name -> name.startsWith("picocli/") && name.endsWith(".class"))
                .filter(name -> !name.endsWith("/package-info.class")) // a mark of Ant's, which nobody loads
                .toList();
        assertThat(classes).contains("picocli/CommandLine.class");
        for (String name : classes) {
            try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
                byte[] head = in.readNBytes(8);
                assertThat((int) head[7]).as(name).isEqualTo(61);
            }
        }
    }

    @Test
    void holdsEachClassOnce() {
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).contains("okhttp3/OkHttpClient.class");
        assertThat(names)
                .as("the main of OkHttp elsewhere than where it belongs")
                .filteredOn(name -> name.endsWith("/OkHttpClient.class"))
                .hasSize(1);
    }

    @Test
    void holdsNothingThatOnlyTestsNeed() {
        assertThat(names)
                .noneMatch(name -> name.startsWith("org/junit/"))
                .noneMatch(name -> name.startsWith("mockwebserver3/"))
                .noneMatch(name -> name.startsWith("org/testcontainers/"))
                .noneMatch(name -> name.startsWith("org/milesbot/store/testing/"))
                .noneMatch(name -> name.endsWith(".txz"));
    }

    @Test
    void holdsTheDataFilesOfEveryModule() {
        assertThat(names)
                .contains("org/milesbot/cli/command/help.properties", "org/milesbot/cli/command/help_en.properties")
                .anyMatch(name -> name.matches("db/migration/V001__.*\\.sql"))
                .anyMatch(name -> name.startsWith("org/milesbot/scrapers/") && name.endsWith(".har"));
    }

    @Test
    void isSmall() throws IOException {
        assertThat(Files.size(FatJar.FILE)).isLessThan(MOST_BYTES);
    }

    @Test
    void saysItsVersion() throws IOException {
        Run run = new FatJar(home).run("--version");
        String version = Objects.requireNonNull(jar.getManifest(), "manifest")
                .getMainAttributes()
                .getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        assertThat(run).isEqualTo(new Run(0, "milesbot " + version + System.lineSeparator(), ""));
    }

    @Test
    void helpsInBothLanguages() {
        Run english = new FatJar(home).run("--help");
        Run portuguese = new FatJar(home).with("MILESBOT_LANG", "pt").run("--help");
        assertThat(english.exitCode()).isZero();
        assertThat(english.out()).contains("Usage: milesbot", "scrape", "promos", "demo");
        assertThat(english.err()).isEmpty();
        assertThat(portuguese.exitCode()).isZero();
        assertThat(portuguese.out()).contains("Uso: milesbot", "promoções", "scrape");
        assertThat(portuguese.err()).isEmpty();
    }

    @Test
    void refusesAnUnknownCommand() {
        Run run = new FatJar(home).run("scrap");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("scrap", "scrape", "milesbot --help").doesNotContain("Exception");
    }
}
