package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.plugin.sample.SampleFactory;

class PluginLoaderTest {

    private static final TimeLimits AMPLE = new TimeLimits(Duration.ofSeconds(20), Duration.ofSeconds(20));

    @TempDir
    private Path temporary;

    private @Nullable PluginDirectory opened;
    private final Map<String, String> own = new HashMap<>();
    private final AtomicInteger contexts = new AtomicInteger();

    @BeforeEach
    void openDirectory() throws IOException {
        opened = new PluginDirectory(temporary);
    }

    @Test
    void findsNothingWhereThereIsNoDirectory() {
        PluginSettings settings = new PluginSettings(temporary.resolve("missing"), null, Map.of());

        try (Plugins plugins = PluginLoader.load(settings, List.of(), this::context)) {
            assertThat(plugins.all()).isEmpty();
        }
    }

    @Test
    void findsBuiltInsAndFoldersAndMakesNone() throws IOException {
        directory().add("z-first", "award_search", "");
        directory().add("a-last", "blogs", "");

        try (Plugins plugins = load(null, List.of(new SampleFactory()))) {
            assertThat(plugins.all()).extracting(LoadedPlugin::id).containsExactly("award_search", "blogs", "sample");
            assertThat(plugins.named("sample").folder()).isEmpty();
            assertThat(plugins.named("sample").origin()).hasToString("built-in");
            assertThat(plugins.named("blogs").folder())
                    .contains(directory().path().resolve("a-last"));
            assertThat(plugins.named("blogs").version()).isEqualTo("0.1");
            assertThat(plugins.all()).noneMatch(LoadedPlugin::isMade);
        }
        assertThat(contexts).hasValue(0);
    }

    @Test
    void makesOnlyThePluginThatIsAsked() throws IOException {
        directory().add("one", "one", "");
        directory().add("two", "two", "");

        try (Plugins plugins = load()) {
            assertThat(plugins.named("one").schedule()).hasToString("daily");
            assertThat(plugins.named("one").categories()).containsExactly("bonus");
            assertThat(plugins.named("one").isMade()).isTrue();
            assertThat(plugins.named("two").isMade()).isFalse();
        }
        assertThat(contexts).hasValue(1);
    }

    @Test
    void enablesTheOnesThatAreNamed() throws IOException {
        directory().add("one", "one", "");
        directory().add("two", "two", "");

        try (Plugins plugins = load(Set.of("two", "sample"), List.of(new SampleFactory()))) {
            assertThat(plugins.enabled()).extracting(LoadedPlugin::id).containsExactly("sample", "two");
            assertThat(plugins.all()).hasSize(3);
            MilesbotException e = catchThrowableOfType(MilesbotException.class, () -> plugins.named("one"));
            assertThat(e.kind()).isEqualTo(ErrorKind.USAGE);
            assertThat(e).hasMessageContaining("PLUGINS_ENABLED");
        }
    }

    @Test
    void suggestsTheNearestForAnUnknownPlugin() throws IOException {
        directory().add("one", "award_search", "");

        try (Plugins plugins = load()) {
            MilesbotException near = catchThrowableOfType(MilesbotException.class, () -> plugins.named("awardsearch"));
            assertThat(near.kind()).isEqualTo(ErrorKind.USAGE);
            assertThat(near).hasMessage("there is no plug-in \"awardsearch\"; did you mean award_search?");
            assertThat(catchThrowableOfType(MilesbotException.class, () -> plugins.named("zzz")))
                    .hasMessage("there is no plug-in \"zzz\"; those that exist are: award_search.");
        }
    }

    @Test
    void reportsAllProblemsAtOnce() throws IOException {
        directory()
                .addFactory(
                        "a-throws", "throw new IllegalStateException(\"no disk\");", "return \"a\";", "return 1;", "");
        directory()
                .addFactory(
                        "b-linkage",
                        "if (true) throw new NoClassDefFoundError(\"org/x/Y\");",
                        "return \"b\";",
                        "return 1;",
                        "");
        directory().addWithoutItsClass("c-class");
        directory().addWithoutProvider("d-provider");
        directory().add("e-id", "Bad-Id", "");
        directory().addFactory("f-level", "", "return \"f\";", "return 99;", "");
        directory().add("g-one", "same", "");
        directory().add("h-two", "same", "");
        directory().add("i-builtin", "sample", "");
        directory().addFactory("j-null", "", "return null;", "return 1;", "");
        Files.createDirectories(directory().path().resolve("k-empty"));
        Files.writeString(
                Files.createDirectories(directory().path().resolve("l-damaged")).resolve("x.jar"), "not a jar");
        own.put("MILESBOT_PLUGIN_NOBODY_KEY", "x");

        MilesbotException e = catchThrowableOfType(
                MilesbotException.class, () -> load(Set.of("sampel"), List.of(new SampleFactory())));

        assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
        assertThat(e.text().toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("There are problems with the plug-ins:"),
                        line -> assertThat(line).contains("a-throws", "IllegalStateException: no disk"),
                        line -> assertThat(line).contains("b-linkage", "NoClassDefFoundError: org/x/Y"),
                        line -> assertThat(line).contains("c-class", "stranger.Missing"),
                        line -> assertThat(line).contains("d-provider", PluginDirectory.SERVICE),
                        line -> assertThat(line).contains("e-id", "\"Bad-Id\"", "[a-z][a-z0-9_]*"),
                        line -> assertThat(line).contains("f-level", "level 99", "level 1"),
                        line -> assertThat(line).contains("The id same", "g-one", "h-two"),
                        line -> assertThat(line).contains("The id sample", "SampleFactory", "i-builtin"),
                        line -> assertThat(line).contains("j-null", "null from id()"),
                        line -> assertThat(line).contains("k-empty", "neither a jar nor a folder"),
                        line -> assertThat(line).contains("l-damaged", "x.jar", "damaged"),
                        line -> assertThat(line).contains("PLUGINS_ENABLED", "\"sampel\"", "did you mean sample?"),
                        line -> assertThat(line).contains("MILESBOT_PLUGIN_NOBODY_KEY", "same, sample"));
        assertThat(e.text().in(OutputSettings.PORTUGUESE)).startsWith("Há problemas com os plug-ins:");
    }

    @Test
    void givesUpOnAProviderThatLoops() throws IOException {
        directory().addFactory("loops", PluginDirectory.LOOP, "return \"a\";", "return 1;", "");

        MilesbotException e = catchThrowableOfType(
                MilesbotException.class,
                () -> load(null, List.of(), new TimeLimits(Duration.ofMillis(200), AMPLE.scrape())));

        assertThat(e).hasMessageContaining("loops").hasMessageContaining("within 200 ms");
    }

    @Test
    void leavesFilesAndHiddenFoldersAlone() throws IOException {
        Files.writeString(directory().path().resolve("README.txt"), "plug-ins go here");
        Files.createDirectories(directory().path().resolve(".trash"));
        Files.createSymbolicLink(directory().path().resolve("dangling"), temporary.resolve("nowhere"));

        try (Plugins plugins = load()) {
            assertThat(plugins.all()).isEmpty();
        }
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        PluginSettings settings = new PluginSettings(file, null, Map.of());

        MilesbotException e = catchThrowableOfType(
                MilesbotException.class, () -> PluginLoader.load(settings, List.of(), this::context));

        assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
        assertThat(e).hasMessageContaining(file.toString());
    }

    @Test
    void refusesADirectoryThatIsCrowded() throws IOException {
        for (int i = 0; i <= 500; i++) {
            Files.createFile(directory().path().resolve("file" + i));
        }

        assertThat(catchThrowableOfType(MilesbotException.class, this::load))
                .hasMessageContaining(directory().path() + ": the folder has more than 500 entries");
    }

    @Test
    void handsItsOwnSettingsToEachPlugin() throws IOException {
        String tellsItsSettings = "public Set<String> categories() { return context.settings().keySet(); }";
        directory().add("one", "award", tellsItsSettings);
        directory().add("two", "award_search", tellsItsSettings);
        own.put("MILESBOT_PLUGIN_AWARD_KEY", "1");
        own.put("MILESBOT_PLUGIN_AWARD_SEARCH_TOKEN", "2");

        try (Plugins plugins = load()) {
            assertThat(plugins.named("award").categories()).containsExactly("key");
            assertThat(plugins.named("award_search").categories()).containsExactly("token");
        }
    }

    @Test
    void closesWhatWasMadeInReverseOrderAlthoughOneFails() throws IOException {
        Path journal = Files.createFile(temporary.resolve("journal"));
        for (String id : List.of("one", "two", "three", "idle")) {
            String fails = id.equals("two") ? "throw new IllegalStateException(\"stays open\");" : "";
            directory().add(id, id, """
                    public void close() {
                        try {
                            java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "%s ",
                                java.nio.file.StandardOpenOption.APPEND);
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                        %s
                    }
                    """.formatted(journal, id, fails));
        }

        try (Plugins plugins = load()) {
            List.of("one", "two", "three").forEach(id -> plugins.named(id).schedule());
        }

        assertThat(journal).hasContent("three two one ");
    }

    private PluginDirectory directory() {
        return Objects.requireNonNull(opened);
    }

    private TestingPluginContext context(String id, Map<String, String> settings) {
        contexts.incrementAndGet();
        SettableClock clock = SettableClock.at("2026-11-20T12:00:00Z");
        TestingPluginContext empty = TestingPluginContext.at(clock);
        return new TestingPluginContext(settings, clock, empty.fetcher(), empty.extractor());
    }

    private Plugins load() {
        return load(null, List.of());
    }

    private Plugins load(@Nullable Set<String> enabled, List<PluginFactory> builtIns) {
        return load(enabled, builtIns, AMPLE);
    }

    private Plugins load(@Nullable Set<String> enabled, List<PluginFactory> builtIns, TimeLimits limits) {
        return PluginLoader.load(new PluginSettings(directory().path(), enabled, own), builtIns, this::context, limits);
    }
}
