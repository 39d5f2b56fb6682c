package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher, beside a jar as in the zip file; each Java of this machine keeps its own archive. */
class LauncherIT {

    private static final Path LAUNCHER = FatJar.ROOT.resolve("scripts").resolve("milesbot");
    private static final Path OWN_JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    private Path launcher;
    private Path jar;
    private Path cache;
    private Map<String, String> environment;

    @BeforeEach
    void install() throws IOException {
        launcher = Files.createDirectories(folder.resolve("my milesbot/bin")).resolve("milesbot");
        Files.copy(LAUNCHER, launcher, StandardCopyOption.COPY_ATTRIBUTES);
        jar = folder.resolve("my milesbot/lib/milesbot.jar");
        TinyJar.write(jar, "one");
        cache = folder.resolve("home/cache");
        // Nothing is made behind a command that would still be at it when the folder is to go.
        Path noFolder = Files.createFile(folder.resolve("file")).resolve("home");
        environment = new HashMap<>(Map.of(
                "HOME", folder.toString(),
                "JAVA_HOME", OWN_JAVA.toString(),
                "MILESBOT_HOME", noFolder.toString(),
                "MILESBOT_LANG", "en"));
    }

    private void keepArchivesOf(Path java) {
        environment.put("JAVA_HOME", java.toString());
        environment.put("MILESBOT_HOME", folder.resolve("home").toString());
    }

    /** The Java of this build, and a 25, which has another kind of archive, where there is one. */
    static List<Path> javas() throws IOException {
        List<Path> javas = new ArrayList<>(List.of(OWN_JAVA));
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> others = Files.list(usual)) {
                others.filter(each -> each.getFileName().toString().contains("25"))
                        .filter(each -> Files.isExecutable(each.resolve("bin/java")))
                        .filter(each -> !each.equals(OWN_JAVA))
                        .findFirst()
                        .ifPresent(javas::add);
            }
        }
        return javas;
    }

    private Running start(String... words) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        return Running.start(folder, environment, command);
    }

    private Run run(String... words) {
        return start(words).await();
    }

    private static Run said(String word, String arguments) {
        return new Run(0, "3Word " + word + " " + arguments + "\n", "");
    }

    private List<Path> cached() throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    /** Besides it there may be the lock of one that was at work behind a command. */
    private Path archive() throws IOException {
        List<Path> archives = cached().stream()
                .filter(file -> file.toString().matches(".*\\.(jsa|aot)"))
                .toList();
        assertThat(archives).hasSize(1);
        return archives.get(0);
    }

    @Test
    void handsOnTheWordsAndTheExitCode() {
        assertThat(run("say", "two words", "")).isEqualTo(new Run(3, "3Word one say|two words|\n", ""));
    }

    @Test
    void boundsTheHeapOfATick() {
        assertThat(run("scrape", "--due", "flags").out()).contains("-Xmx192m");
        assertThat(run("promos", "flags").out()).doesNotContain("-Xmx");
    }

    @Test
    void isFoundThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("milesbot"), Path.of("my milesbot/bin/milesbot"));
        launcher = link;
        assertThat(run("linked")).isEqualTo(said("one", "linked"));
    }

    @ParameterizedTest
    @MethodSource("javas")
    void startsFromAnArchiveOnceThereIsOne(Path java) throws IOException {
        keepArchivesOf(java);
        assertThat(run("warm-cache")).isEqualTo(new Run(0, "", ""));
        Path archive = archive();
        assertThat(run("flags").out()).contains(archive.toString());
        assertThat(run("hello")).isEqualTo(said("one", "hello"));
        FileTime made = Files.getLastModifiedTime(archive);
        assertThat(run("warm-cache")).isEqualTo(new Run(0, "", ""));
        assertThat(Files.getLastModifiedTime(archive())).isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("javas")
    void runsTheNewJarAtOnceWhateverItLooksLike(Path java) throws IOException {
        keepArchivesOf(java);
        run("warm-cache");
        Path old = archive();
        long length = Files.size(jar);
        FileTime time = Files.getLastModifiedTime(jar);
        TinyJar.write(jar, "two");
        Files.setLastModifiedTime(jar, time);
        assertThat(Files.size(jar)).isEqualTo(length);
        assertThat(run("now")).isEqualTo(said("two", "now"));
        run("warm-cache");
        assertThat(run("later")).isEqualTo(said("two", "later"));
        assertThat(archive()).isNotEqualTo(old);
    }

    @Test
    void keepsTheArchivesOfSeveralJavas() throws IOException {
        for (Path java : javas()) {
            keepArchivesOf(java);
            run("warm-cache");
        }
        assertThat(cached()).hasSameSizeAs(javas());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void makesACutOffArchiveAnew(Path java) throws IOException {
        keepArchivesOf(java);
        run("warm-cache");
        Path archive = archive();
        long length = Files.size(archive);
        writable(archive);
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(length / 2);
        }
        assertThat(run("hello", "")).isEqualTo(new Run(3, "3Word one hello|\n", ""));
        run("warm-cache");
        assertThat(Files.size(archive())).isNotEqualTo(length / 2);
        assertThat(run("flags").out()).contains(archive().toString());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void runsWithoutAnArchiveThatJavaRefuses(Path java) throws IOException {
        keepArchivesOf(java);
        run("warm-cache");
        Path archive = archive();
        writable(archive);
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.write(new byte[64]);
        }
        assertThat(run("hello")).isEqualTo(said("one", "hello"));
    }

    private static void writable(Path archive) {
        assertThat(archive.toFile().setWritable(true)).isTrue();
    }

    @Test
    void makesOneArchiveBehindTheFirstRuns() {
        keepArchivesOf(OWN_JAVA);
        List<Running> together = List.of(start("a"), start("b"), start("c"), start("d"));
        assertThat(together.stream().map(Running::await))
                .containsExactly(said("one", "a"), said("one", "b"), said("one", "c"), said("one", "d"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cached().size() == 1 && cached().get(0).toString().matches(".*\\.(jsa|aot)"));
        assertThat(run("e")).isEqualTo(said("one", "e"));
    }

    @Test
    void isNotHeldUpByAMakerThatWasKilled() throws IOException {
        keepArchivesOf(OWN_JAVA);
        run("warm-cache");
        Path archive = archive();
        String lock = archive.getFileName().toString().replaceFirst("\\.[0-9]+\\.(jsa|aot)$", ".$1.making");
        Files.delete(archive);
        Files.createSymbolicLink(cache.resolve(lock), Path.of("2147483646"));
        assertThat(run("hello")).isEqualTo(said("one", "hello"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cached().size() == 1 && cached().get(0).toString().matches(".*\\.(jsa|aot)"));
    }

    @Test
    void doesWithoutAFolderForIt() {
        assertThat(run("hello")).isEqualTo(said("one", "hello"));
        assertThat(run("warm-cache"))
                .matches(run -> run.exitCode() == 4)
                .matches(run -> run.err().contains("MILESBOT_HOME"));
    }

    @Test
    void saysAtOnceThatAFileIsNoFolder() throws IOException {
        keepArchivesOf(OWN_JAVA);
        Files.createFile(Files.createDirectories(cache.getParent()).resolve("cache"));
        assertThat(run("hello")).isEqualTo(said("one", "hello"));
        assertThat(start("warm-cache").await(Duration.ofSeconds(30)).exitCode()).isEqualTo(4);
    }

    @Test
    void takesTheFolderThatTheCommandNames() throws IOException {
        Path other = folder.resolve("other");
        assertThat(run("--home", other.toString(), "warm-cache").exitCode()).isZero();
        assertThat(other.resolve("cache")).isNotEmptyDirectory();
        assertThat(cached()).isEmpty();
    }

    @Test
    void passesOverAJavaThatIsTooOld() throws IOException {
        Path old = Files.createDirectories(folder.resolve("jdk-11"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        script(old.resolve("bin/java"), "echo old");
        environment.put("JAVA_HOME", old.toString());
        environment.put("PATH", OWN_JAVA.resolve("bin") + ":/usr/bin:/bin");
        assertThat(run("hello")).isEqualTo(said("one", "hello"));
    }

    @Test
    void saysWhatIsMissingWithoutAJar() throws IOException {
        Files.delete(jar);
        assertThat(run("hello"))
                .matches(run -> run.exitCode() == 4)
                .matches(run -> run.err().contains(jar.toString()));
    }

    @Test
    void buildsInACheckoutWhenASourceIsNewer() throws IOException {
        Path source = checkout("cp ../one.jar cli/target/milesbot.jar; echo built >>../builds");
        assertThat(run("hello").out()).isEqualTo(said("one", "hello").out());
        assertThat(run("again")).isEqualTo(said("one", "again"));
        assertThat(folder.resolve("builds")).hasContent("built");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run("changed").err()).contains("Sources have changed");
        assertThat(folder.resolve("builds")).hasContent("built\nbuilt");
    }

    @Test
    void showsWhyTheBuildFailed() throws IOException {
        checkout("echo '[ERROR] no such symbol'; exit 1");
        assertThat(run("hello"))
                .matches(run -> run.exitCode() == 1)
                .matches(run -> run.out().isEmpty())
                .matches(run -> run.err().contains("no such symbol"));
    }

    /** A checkout whose Maven does what it is told; returns one of its sources. */
    private Path checkout(String mvn) throws IOException {
        Path root = folder.resolve("checkout");
        launcher = Files.createDirectories(root.resolve("scripts")).resolve("milesbot");
        Files.copy(LAUNCHER, launcher, StandardCopyOption.COPY_ATTRIBUTES);
        Path source = Files.createDirectories(root.resolve("cli/src/main")).resolve("A.java");
        Files.createDirectories(root.resolve("cli/target"));
        TinyJar.write(folder.resolve("one.jar"), "one");
        for (Path file : List.of(root.resolve("pom.xml"), root.resolve("cli/pom.xml"), source)) {
            Files.createFile(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        }
        script(folder.resolve("tools/mvn"), mvn);
        environment.put("PATH", folder.resolve("tools") + ":/usr/bin:/bin");
        return source;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void rehearsesTheRealJarAndKeepsItsOutputClean() throws IOException {
        Files.delete(jar);
        Files.createSymbolicLink(jar, FatJar.FILE);
        keepArchivesOf(OWN_JAVA);
        assertThat(run("warm-cache")).isEqualTo(new Run(0, "", ""));
        assertThat(Files.size(archive())).isGreaterThan(10L * 1024 * 1024);
        Run run = run("config", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(cache.resolveSibling("postgres"))
                .as("a database that nobody asked for")
                .doesNotExist();
    }
}
