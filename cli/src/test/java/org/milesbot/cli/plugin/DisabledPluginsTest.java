package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.plugin.sample.SampleFactory;

final class DisabledPluginsTest {

    @TempDir
    private Path temporary;

    @Test
    void areNoneWithoutTheDirectory() {
        assertThat(new DisabledPlugins(directory()).ids()).isEmpty();
    }

    @Test
    void lastAndCanBeTakenBack() throws IOException {
        assertThat(new DisabledPlugins(directory()).add("blogs")).isTrue();
        assertThat(new DisabledPlugins(directory()).add("award")).isTrue();
        assertThat(new DisabledPlugins(directory()).add("blogs")).isFalse();

        assertThat(new DisabledPlugins(directory()).ids()).containsExactly("award", "blogs");
        assertThat(directory().resolve(DisabledPlugins.FILE)).hasContent("award\nblogs\n");
        assertThat(Files.getPosixFilePermissions(directory().resolve(DisabledPlugins.FILE)))
                .contains(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        try (var files = Files.list(directory())) {
            assertThat(files).hasSize(1);
        }

        assertThat(new DisabledPlugins(directory()).remove("award")).isTrue();
        assertThat(new DisabledPlugins(directory()).remove("award")).isFalse();
        assertThat(new DisabledPlugins(directory()).ids()).containsExactly("blogs");
    }

    @Test
    void mayBeWrittenByHand() throws IOException {
        Files.createDirectories(directory());
        Files.writeString(directory().resolve(DisabledPlugins.FILE), "# too slow\r\n\r\n  blogs \r\n");

        assertThat(new DisabledPlugins(directory()).ids()).containsExactly("blogs");
    }

    @Test
    void sayThatTheFileCannotBeRead() throws IOException {
        Files.createDirectories(directory());
        Files.write(directory().resolve(DisabledPlugins.FILE), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        MilesbotException e =
                catchThrowableOfType(MilesbotException.class, () -> new DisabledPlugins(directory()).ids());

        assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
        assertThat(e).hasMessageContaining("disabled.txt").hasMessageContaining("one id a line");
    }

    @Test
    void doNotRunNorKeepOthersFromIt() throws IOException {
        new PluginDirectory(temporary).addWithoutProvider("broken");
        DisabledPlugins disabled = new DisabledPlugins(directory());
        disabled.add("sample");
        disabled.add("broken");
        disabled.add("gone_long_ago");
        new PluginDirectory(temporary).add("sound", "sound", "");

        try (Plugins plugins = PluginLoader.load(
                new PluginSettings(directory(), Set.of("sample"), Map.of()),
                List.of(new SampleFactory()),
                (id, own) -> TestingPluginContext.at(SettableClock.at("2026-11-20T12:00:00Z")))) {
            assertThat(plugins.enabled()).isEmpty();
            assertThat(plugins.all())
                    .extracting(LoadedPlugin::id, LoadedPlugin::standing)
                    .containsExactly(tuple("sample", Standing.DISABLED), tuple("sound", Standing.LEFT_OUT));
            assertThat(catchThrowableOfType(MilesbotException.class, () -> plugins.named("sample")))
                    .hasMessageContaining("milesbot plugins enable sample");
        }
    }

    private Path directory() {
        return temporary.resolve("plugins");
    }
}
