package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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

    @Test
    void nobodyWhoBorrowsWaitsWhileOthersAreLoaded() throws IOException {
        List<Boolean> lent = new ArrayList<>();
        sets.close();
        PluginSettings settings = new PluginSettings(directory.path(), null, Map.of());
        AtomicReference<PluginSets> loading = new AtomicReference<>();
        sets = new PluginSets(directory.path(), () -> {
            PluginSets busy = loading.get();
            if (busy != null) {
                lent.add(CompletableFuture.supplyAsync(busy::borrow, work -> new Thread(work).start())
                        .thenAccept(Plugins::close)
                        .orTimeout(20, TimeUnit.SECONDS)
                        .handle((nothing, error) -> error == null)
                        .join());
            }
            return PluginLoader.load(settings, List.of(), (id, own) -> TestingPluginContext.at(Clock.systemUTC()));
        });
        loading.set(sets);

        directory.add("second", "second", MEMBERS);
        sets.refresh();
        assertThat(sets.refresh()).isTrue();
        assertThat(lent).containsExactly(true);
    }

    @Test
    void saysThatOthersHaveComeToWhomeverListens() throws IOException {
        List<List<String>> heard = new ArrayList<>();
        try (PluginSets.Listening listening = sets.onChange(() -> heard.add(present()))) {
            assertThat(listening).isNotNull();
            directory.add("second", "second", MEMBERS);
            sets.refresh();
            sets.refresh();
        }
        PluginFiles.deleteAll(directory.path().resolve("second"));
        sets.refresh();
        assertThat(sets.refresh()).isTrue();

        assertThat(heard).containsExactly(List.of("first", "second"));
    }

    @Test
    void whatIsMadeOfASetIsMadeOnceAndKeptByWhoWorksWithIt() throws IOException {
        List<List<LoadedPlugin>> made = new ArrayList<>();
        OfEachSet<List<LoadedPlugin>> all = new OfEachSet<>(sets, plugins -> {
            made.add(plugins);
            return plugins;
        });
        all.make();
        int before = all.ask(List::size);
        assertThat(before).isEqualTo(1);
        assertThat(made).hasSize(1);

        directory.add("second", "second", MEMBERS);
        all.use(old -> {
            LoadedPlugin first = old.get(0);
            assertThat(first.schedule()).hasToString("hourly");
            sets.refresh();
            assertThat(sets.refresh()).isTrue();
            int after = all.ask(List::size);
            assertThat(after).isEqualTo(2);
            assertThat(first.isMade()).as("not closed while it is worked with").isTrue();
        });
        assertThat(made).hasSize(2);
        assertThat(made.get(0).get(0).isMade()).isFalse();
    }
}
