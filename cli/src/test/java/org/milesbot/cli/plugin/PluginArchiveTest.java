package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.cli.plugin.PluginArchive.Limits;
import org.milesbot.cli.plugin.PluginArchive.Unpacked;
import org.milesbot.cli.plugin.PluginZip.Filling;

final class PluginArchiveTest {

    private static final Limits SMALL = new Limits(5, 1_000, 2_500);

    @TempDir
    private Path temporary;

    @Test
    void unpacksWhatLiesAtTheTop() throws IOException {
        assertThat(unpacked("plugin.jar", "lib/a.jar")).containsExactlyInAnyOrder("plugin.jar", "lib/a.jar");
    }

    @Test
    void unpacksWhatLiesInOneFolder() throws IOException {
        assertThat(unpacked("my-plugin-1.0/plugin.jar", "my-plugin-1.0/lib/a.jar"))
                .containsExactlyInAnyOrder("plugin.jar", "lib/a.jar");
    }

    @Test
    void keepsAFolderOfClasses() throws IOException {
        assertThat(unpacked("classes/a/B.class")).containsExactly("classes/a/B.class");
    }

    @Test
    void leavesOutWhatMacsAdd() throws IOException {
        assertThat(unpacked("mine/plugin.jar", "__MACOSX/mine/._plugin.jar")).containsExactly("plugin.jar");
    }

    @Test
    void hasTheSameContentAndTellsItsDigest() throws IOException {
        Path file = PluginZip.ofNames(zip(), "plugin.jar");

        try (Unpacked unpacked = new PluginArchive(file, Limits.USUAL).unpack(directory())) {
            assertThat(unpacked.folder().resolve("plugin.jar")).hasContent("plugin.jar");
            assertThat(unpacked.folder().getParent()).isEqualTo(directory());
            assertThat(unpacked.folder().getFileName().toString()).startsWith(".");
            assertThat(unpacked.sha256()).matches("[0-9a-f]{64}");
        }
        assertThat(directory()).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped",
                "lib/../../escaped",
                "lib/..",
                "/escaped",
                "..\\escaped",
                "lib\\escaped",
                "C:/escaped",
                "C:escaped",
                "lib//escaped",
                "./escaped",
                "file\u0000.jar",
                "rej\u202Eraj.class"
            })
    void refusesANameThatLeavesTheFolder(String name) throws IOException {
        // From Unix, by the mode: in names from elsewhere a backslash is read as the slash that it stands for there.
        Path file = PluginZip.of(zip(), zip -> PluginZip.add(zip, name.replace('\\', '|'), 0100644, bytes(1)));
        PluginZip.replace(file, '|', '\\');

        assertRefused(file, "has the name");
    }

    @ParameterizedTest
    @CsvSource({
        "plugin.jar, Plugin.JAR, are the same on some systems",
        "lib/a.jar, LIB/b.jar, are the same on some systems",
        "plugin.jar, plugin.jar, twice",
        "lib, lib/a.jar, twice"
    })
    void refusesNamesThatAreTheSame(String one, String other, String words) throws IOException {
        assertRefused(
                zip -> {
                    PluginZip.add(zip, one, 0, bytes(1));
                    PluginZip.add(zip, other, 0, bytes(1));
                },
                words);
    }

    @ParameterizedTest
    @CsvSource({"0120777", "0060644", "0020666", "0010644", "0140755"})
    void refusesLinksAndSpecialFiles(String mode) throws IOException {
        byte[] target = "/etc/passwd".getBytes(StandardCharsets.UTF_8);

        assertRefused(
                zip -> PluginZip.add(zip, "plugin.jar", Integer.parseInt(mode, 8), target), "link or a special file");
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        assertRefused(
                zip -> {
                    for (int i = 0; i <= SMALL.entries(); i++) {
                        PluginZip.add(zip, "file" + i, 0, bytes(1));
                    }
                },
                "more than 5 entries");
    }

    @Test
    void refusesALargeFileWhateverTheListOfContentsSays() throws IOException {
        Path file = PluginZip.of(zip(), zip -> PluginZip.add(zip, "plugin.jar", 0, bytes(1_001)));
        PluginZip.claimSize(file, 1);

        assertRefused(file, "\"plugin.jar\" of the zip is larger than 1000 bytes");
    }

    @Test
    void refusesWhatIsTooLargeTogether() throws IOException {
        assertRefused(
                zip -> {
                    for (int i = 0; i < 3; i++) {
                        PluginZip.add(zip, "file" + i, 0, bytes(900));
                    }
                },
                "is larger than 2500 bytes");
    }

    @Test
    void refusesAnArchiveThatIsTooLargeItself() throws IOException {
        assertRefused(Files.write(zip(), new byte[2_501]), "is larger than 2500 bytes");
    }

    @Test
    void refusesWhatIsEncrypted() throws IOException {
        Path file = PluginZip.ofNames(zip(), "plugin.jar");
        PluginZip.claimEncryption(file);

        assertRefused(file, "protected by a password");
    }

    @Test
    void refusesAnArchiveThatEndsTooSoon() throws IOException {
        Path file = PluginZip.ofNames(zip(), "plugin.jar");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 30));

        assertRefused(file, "no whole zip file");
    }

    @Test
    void refusesAFileWithAnotherChecksum() throws IOException {
        Path file = PluginZip.ofNames(zip(), "plugin.jar");
        PluginZip.claimChecksum(file, 4711);

        assertRefused(file, "no whole zip file");
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        assertRefused(Files.writeString(zip(), "<html>404</html>"), "no whole zip file");
    }

    @Test
    void refusesAnArchiveWithNothingInIt() throws IOException {
        assertRefused(zip -> {}, "no file in the zip");
    }

    @Test
    void refusesAnArchiveWithFoldersOnly() throws IOException {
        assertRefused(zip -> PluginZip.add(zip, "lib/", 0, new byte[0]), "no file in the zip");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        MilesbotException e = catchThrowableOfType(
                MilesbotException.class, () -> new PluginArchive(zip(), SMALL).unpack(directory()));

        assertThat(e.kind()).isEqualTo(ErrorKind.USAGE);
        assertThat(e).hasMessageContaining(zip().toString());
    }

    private void assertRefused(Filling filling, String words) throws IOException {
        assertRefused(PluginZip.of(zip(), filling), words);
    }

    private void assertRefused(Path file, String words) throws IOException {
        Files.createDirectories(directory());

        MilesbotException e =
                catchThrowableOfType(MilesbotException.class, () -> new PluginArchive(file, SMALL).unpack(directory()));

        assertThat(e).isNotNull().hasMessageContaining(words);
        assertThat(e.kind()).isEqualTo(ErrorKind.DATA);
        assertThat(directory()).isEmptyDirectory();
        assertThat(filesOf(temporary)).containsExactly("plugin.zip");
    }

    private List<String> unpacked(String... names) throws IOException {
        Path file = PluginZip.ofNames(zip(), names);
        try (Unpacked unpacked = new PluginArchive(file, SMALL).unpack(directory())) {
            return filesOf(unpacked.folder());
        }
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static byte[] bytes(int number) {
        return new byte[number];
    }

    private Path zip() {
        return temporary.resolve("plugin.zip");
    }

    private Path directory() {
        return temporary.resolve("plugins");
    }
}
