package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Source;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;

/** A plug-in that floods, blocks or leaks is stopped at its border, and the one beside it works. */
final class IsolationTest {

    private static final URI PAGE = URI.create("https://www.example.org/");
    private static final TimeLimits AMPLE = new TimeLimits(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final TimeLimits SHORT = new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(2));

    @TempDir
    private Path temporary;

    private final Map<String, String> own = new HashMap<>();
    private @Nullable Plugins plugins;

    @AfterEach
    void closePlugins() {
        if (plugins != null) {
            plugins.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public Set<String> categories() { return new AbstractSet<>() {"
                        + " public int size() { return 1; }"
                        + " public Iterator<String> iterator() {"
                        + " return java.util.stream.Stream.iterate(0, i -> i + 1).map(i -> \"c\" + i).iterator(); } }; }",
                "public Set<String> categories() { Set<String> many = new HashSet<>();"
                        + " for (int i = 0; i < 51; i++) { many.add(\"c\" + i); } return many; }"
            })
    void stopsCountingWhatHasNoEnd(String members) throws IOException {
        LoadedPlugin stranger = beside(members, AMPLE);

        assertStopped("too many items from categories(); the most is 50", stranger::categories);
    }

    @Test
    void stopsWaitingForAListThatDoesNotHandOverItsItems() throws IOException {
        LoadedPlugin stranger = beside("""
                public Set<String> categories() {
                    return new AbstractSet<>() {
                        public int size() { return 1; }
                        public Iterator<String> iterator() { %s return null; }
                    };
                }
                """.formatted(PluginDirectory.LOOP), SHORT);

        assertStopped("did not answer categories() within 2 s", stranger::categories);
        assertStopped("is not called again", stranger::sources);
    }

    @Test
    void refusesMoreTextThanPagesHave() throws IOException {
        LoadedPlugin stranger = beside(PluginDirectory.source("flood", PAGE.toString(), """
                String html = "x".repeat(1 << 20);
                List<Announcement> all = new ArrayList<>();
                for (int i = 0; i < 65; i++) {
                    all.add(new Announcement(String.valueOf(i), "", html, null, Instant.EPOCH));
                }
                return Reading.of(all);
                """), AMPLE);
        Source source = stranger.sources().get(0);

        assertStopped(
                "too long a text from read()", () -> source.read(new Page(PAGE, PAGE, Instant.EPOCH, "text/html", "")));
    }

    @Test
    void refusesLongWordsWhereverTheyAreSaid() throws IOException {
        LoadedPlugin stranger = beside("""
                public Optional<Text> notice() { return Optional.of(Text.plain("x".repeat(2_001))); }
                public List<AudienceFilter> audience() {
                    return List.of((promo, recipient) -> Optional.of("x".repeat(1_001)));
                }
                public List<Sighting> scrape(Instant since) {
                    Promo promo = Promo.builder(PromoKind.CLUB, new ProgramId("smiles")).build();
                    return List.of(new Sighting(promo, new SourceId("own"), Provenance.BLOG, "x".repeat(10_001),
                            URI.create("https://www.example.org/"), since));
                }
                """, AMPLE);
        AudienceFilter filter = stranger.messaging().audience().get(0);
        Promo promo = Promo.builder(PromoKind.CLUB, new ProgramId("smiles")).build();
        Recipient recipient = new Recipient(1, 1, Locale.ENGLISH, Set.of());

        assertStopped("too long a text from notice()", () -> stranger.notice(Locale.ENGLISH));
        assertStopped("too long a text from heldBack()", () -> filter.heldBack(promo, recipient));
        assertStopped("too long a text from scrape()", () -> stranger.scrape(Instant.EPOCH));
    }

    @Test
    void interruptsTheThreadsThatAPluginLeaves() throws IOException {
        Path journal = temporary.resolve("journal");
        LoadedPlugin stranger = beside("""
                public Set<String> categories() {
                    new Thread(() -> {
                        try {
                            Thread.sleep(600_000);
                        } catch (InterruptedException e) {
                            try {
                                java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "interrupted");
                            } catch (java.io.IOException impossible) {
                                throw new java.io.UncheckedIOException(impossible);
                            }
                        }
                    }).start();
                    return Set.of("bonus");
                }
                """.formatted(journal), AMPLE);
        assertThat(stranger.categories()).containsExactly("bonus");

        closePlugins();
        plugins = null;

        await().untilAsserted(() -> assertThat(journal).hasContent("interrupted"));
    }

    @Test
    void doesNotLetAPluginEndTheProcess() throws IOException {
        LoadedPlugin stranger = beside("""
                static final long LONG = 4_711_000_000L;
                static final double NUMBER = 0.5;
                public Set<String> categories() { System.exit((int) (LONG % 100)); return Set.of(); }
                public List<Source> sources() {
                    java.util.function.IntConsumer end = System::exit;
                    end.accept((int) (NUMBER * 14));
                    return List.of();
                }
                public String schedule() { return System.lineSeparator().isEmpty() ? "hourly" : "weekly"; }
                """, AMPLE);

        assertThat(stranger.schedule()).hasToString("weekly");
        assertStopped("failed in categories(): System.exit(0) would end milesbot", stranger::categories);
        assertStopped("failed in sources(): System.exit(7) would end milesbot", stranger::sources);
    }

    @Test
    void handsOverNoSettingsButItsOwn() throws IOException {
        own.put("MILESBOT_PLUGIN_NEIGHBOUR_KEY", "sesame");
        own.put("MILESBOT_PLUGIN_STRANGER_KEY", "mine");
        LoadedPlugin stranger = beside("""
                public Set<String> categories() {
                    StringBuilder seen = new StringBuilder(context.toString()).append(context.settings());
                    for (java.lang.reflect.Method method : PluginContext.class.getMethods()) {
                        try {
                            seen.append(method.invoke(context));
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return Set.of(seen.indexOf("sesame") < 0 ? "unseen" : "seen", seen.indexOf("mine") < 0 ? "no" : "yes");
                }
                """, AMPLE);

        assertThat(stranger.categories()).containsExactly("unseen", "yes");
    }

    private void assertStopped(String words, ThrowingCallable call) {
        PluginException e = catchThrowableOfType(PluginException.class, call);
        assertThat(e).isNotNull().hasMessageContaining(words);
        assertThat(e.plugin()).isEqualTo("stranger");
        if (plugins != null) {
            assertThat(plugins.named("neighbour").categories()).containsExactly("bonus");
        }
    }

    /** A stranger's plug-in beside a sound one. */
    private LoadedPlugin beside(String members, TimeLimits limits) throws IOException {
        PluginDirectory directory = new PluginDirectory(temporary);
        directory.add("neighbour", "neighbour", "");
        directory.add("stranger", "stranger", members);
        TestingPluginContext empty = TestingPluginContext.at(SettableClock.at(Instant.EPOCH));
        Plugins loaded = PluginLoader.load(
                new PluginSettings(directory.path(), null, own),
                List.of(),
                (id, settings) -> new TestingPluginContext(settings, empty.clock(), empty.fetcher(), empty.extractor()),
                limits);
        plugins = loaded;
        return loaded.named("stranger");
    }
}
