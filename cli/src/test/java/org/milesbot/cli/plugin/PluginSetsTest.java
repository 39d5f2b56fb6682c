package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;

class PluginSetsTest {

    private static final String MEMBERS = "public String schedule() { return \"hourly\"; }";

    @TempDir
    private Path temporary;

    private PluginDirectory directory;
    private PluginSets sets;

    @BeforeEach
    void load() throws IOException {
        directory = new PluginDirectory(temporary);
        directory.add("first", "first", MEMBERS);
        PluginSettings settings = new PluginSettings(directory.path(), null, Map.of());
        sets = new PluginSets(
                directory.path(),
                () -> PluginLoader.load(settings, List.of(), (id, own) -> TestingPluginContext.at(Clock.systemUTC())));
    }

    @AfterEach
    void close() {
        sets.close();
    }

    private List<String> present() {
        try (Plugins plugins = sets.borrow()) {
            return plugins.enabled().stream().map(LoadedPlugin::id).toList();
        }
    }

    @Test
    void takesWhatComesAndLeavesWhatGoesOnceTheDirectoryIsAtRest() throws IOException {
        assertThat(sets.refresh()).isFalse();

        directory.add("second", "second", MEMBERS);
        assertThat(sets.refresh()).as("may still be being copied").isFalse();
        assertThat(sets.refresh()).isTrue();
        assertThat(present()).containsExactly("first", "second");

        new DisabledPlugins(directory.path()).add("first");
        assertThat(List.of(sets.refresh(), sets.refresh(), sets.refresh())).containsExactly(false, true, false);
        assertThat(present()).containsExactly("second");

        PluginFiles.deleteAll(directory.path().resolve("second"));
        assertThat(List.of(sets.refresh(), sets.refresh())).containsExactly(false, true);
        assertThat(present()).isEmpty();
    }

    @Test
    void whoWorksWithASetEndsWithIt() throws IOException {
        Plugins old = sets.borrow();
        LoadedPlugin first = old.named("first");
        assertThat(first.schedule()).hasToString("hourly");

        PluginFiles.deleteAll(directory.path().resolve("first"));
        directory.add("first", "first", "public String schedule() { return \"daily\"; }");
        sets.refresh();
        assertThat(sets.refresh()).isTrue();

        assertThat(first.isMade()).isTrue();
        assertThat(first.schedule()).hasToString("hourly");
        try (Plugins fresh = sets.borrow()) {
            assertThat(fresh.named("first").schedule()).hasToString("daily");
        }
        old.close();
        assertThat(first.isMade()).as("closed with the last who worked with it").isFalse();
    }

    @Test
    void aBrokenFolderIsToldOnceAndTheOthersStay() throws IOException {
        Path broken = Files.createDirectories(directory.path().resolve("broken"));
        sets.refresh();

        assertThatThrownBy(sets::refresh).isInstanceOf(MilesbotException.class).hasMessageContaining(broken.toString());
        assertThat(sets.refresh()).isFalse();
        assertThat(present()).containsExactly("first");

        Files.delete(broken);
        sets.refresh();
        assertThat(sets.refresh()).isTrue();
        assertThat(present()).containsExactly("first");
    }
}
