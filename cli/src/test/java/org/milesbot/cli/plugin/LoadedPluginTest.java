package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Source;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.cli.config.PluginSettings;

class LoadedPluginTest {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final URI PAGE = URI.create("https://www.example.org/");

    @TempDir
    private Path temporary;

    private @Nullable PluginDirectory directory;
    private @Nullable Plugins plugins;

    @BeforeEach
    void openDirectory() throws IOException {
        directory = new PluginDirectory(temporary);
    }

    @AfterEach
    void closePlugins() {
        if (plugins != null) {
            plugins.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return null;|null from schedule()",
                "return \"sometimes\";|\"sometimes\" is not valid. Accepted examples",
                "return \"99 * * * *\";|\"99 * * * *\" is not valid",
                "throw new IllegalStateException(\"no idea\");|failed in schedule(): IllegalStateException: no idea",
                "throw new StackOverflowError();|failed in schedule(): StackOverflowError",
                "throw new LinkageError(\"x\");|failed in schedule(): LinkageError: x"
            })
    void namesThePluginWhoseScheduleIsNone(String body, String words) throws IOException {
        LoadedPlugin plugin = plugin("public String schedule() { " + body + " }");

        assertFailure(ErrorKind.INTERNAL, words, plugin::schedule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return null;|returned null from categories()",
                "return Collections.singleton(null);|a list with null in it from categories()",
                "return Set.of(\"Bônus\");|declares the category \"Bônus\""
            })
    void refusesCategoriesThatAreNone(String body, String words) throws IOException {
        LoadedPlugin plugin = plugin("public Set<String> categories() { " + body + " }");

        assertFailure(ErrorKind.INTERNAL, words, plugin::categories);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return null;|returned null from sources()",
                "return Collections.singletonList(null);|a list with null in it from sources()",
                "throw new UnsupportedOperationException();|failed in sources(): UnsupportedOperationException"
            })
    void refusesSourcesThatAreNone(String body, String words) throws IOException {
        LoadedPlugin plugin = plugin("public List<Source> sources() { " + body + " }");

        assertFailure(ErrorKind.INTERNAL, words, plugin::sources);
    }

    @ParameterizedTest
    @CsvSource({
        "Bad Id,https://www.example.org,IllegalArgumentException",
        "blog,/relative,uses the address \"/relative\"",
        "blog,file:///etc/passwd,uses the address \"file:///etc/passwd\""
    })
    void refusesASourceWithABadNameOrAddress(String id, String address, String words) throws IOException {
        LoadedPlugin plugin = plugin(PluginDirectory.source(id, address, "return null;"));

        assertFailure(ErrorKind.INTERNAL, words, plugin::sources);
    }

    @Test
    void refusesTwoSourcesOfOneName() throws IOException {
        String one = PluginDirectory.source("blog", PAGE.toString(), "return null;");
        LoadedPlugin plugin = plugin(one.replace("sources()", "one()")
                + "public List<Source> sources() { return List.of(one().get(0), one().get(0)); }");

        assertFailure(ErrorKind.INTERNAL, "declares the source blog twice", plugin::sources);
    }

    @Test
    void refusesASightingFromAnotherPluginsSource() throws IOException {
        directory().add("first", "first", PluginDirectory.source("blog", PAGE.toString(), "return null;"));
        LoadedPlugin stranger = plugin("""
                public List<Sighting> scrape(Instant since) {
                    Promo promo = Promo.builder(PromoKind.CLUB, new ProgramId("smiles")).build();
                    return List.of(new Sighting(promo, new SourceId("blog"), Provenance.OFFICIAL, "title",
                            URI.create("https://www.example.org/"), since));
                }
                """);

        assertThat(stranger.scrape(Instant.EPOCH)).hasSize(1);
        assertThat(plugins().named("first").sources()).hasSize(1);
        assertFailure(ErrorKind.INTERNAL, "belongs to plug-in first", () -> stranger.scrape(Instant.EPOCH));
    }

    @Test
    void stopsWaitingWhenTheHostIsInterrupted() throws IOException {
        LoadedPlugin plugin = plugin("""
                public List<Sighting> scrape(Instant since) throws Exception {
                    Thread.sleep(600_000);
                    return List.of();
                }
                """);
        plugin.schedule();

        Thread.currentThread().interrupt();
        assertFailure(ErrorKind.INTERNAL, "was interrupted in scrape()", () -> plugin.scrape(Instant.EPOCH));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesASourceNameOfAnotherPlugin() throws IOException {
        directory().add("first", "first", PluginDirectory.source("blog", PAGE.toString(), "return null;"));
        LoadedPlugin stranger = plugin(PluginDirectory.source("blog", PAGE.toString(), "return null;"));

        assertThat(plugins().named("first").sources()).extracting(Source::id).hasToString("[blog]");
        assertFailure(ErrorKind.INTERNAL, "the source blog, which belongs to plug-in first", stranger::sources);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return null;|INTERNAL|null from read()",
                "throw new OutOfMemoryError(\"heap\");|INTERNAL|failed in read(): OutOfMemoryError: heap",
                "throw new MilesbotException(ErrorKind.DATA, Text.plain(\"no feed\"));|DATA|failed in read(): no feed",
                "return Reading.of(Collections.singletonList(null));|INTERNAL|NullPointerException",
                "return Reading.of(List.of(new Announcement(\"1\", null, \"\", null, Instant.EPOCH)));|INTERNAL|title is null",
                "return new Reading(List.of(), List.of(new Link(URI.create(\"x\"), null)));|DATA|uses the address \"x\"",
                "return Reading.of(Collections.nCopies(10_001, new Announcement(\"1\", \"\", \"\", null, Instant.EPOCH)));"
                        + "|INTERNAL|too many items from read()"
            })
    void namesTheSourceWhoseReadingIsNone(String body, ErrorKind kind, String words) throws IOException {
        Source source = source(plugin(PluginDirectory.source("blog", PAGE.toString(), body)));

        PluginException e = assertFailure(kind, words, () -> source.read(page()));

        assertThat(e).hasMessageStartingWith("Source blog of plug-in stranger ");
        assertThat(e.text().in(OutputSettings.PORTUGUESE)).startsWith("A fonte blog do plug-in stranger ");
    }

    @Test
    void givesUpOnASourceThatLoopsAndOnThatSourceOnly() throws IOException {
        LoadedPlugin plugin = plugin(
                PluginDirectory.source("blog", PAGE.toString(), PluginDirectory.LOOP + " return null;"),
                new TimeLimits(Duration.ofSeconds(2), AMPLE));
        Source source = source(plugin);

        assertFailure(ErrorKind.INTERNAL, "did not answer read() within 2 s", () -> source.read(page()));
        assertFailure(ErrorKind.INTERNAL, "is not called again", () -> source.read(page()));
        assertThat(plugin.categories()).containsExactly("bonus");
    }

    @Test
    void interruptsWhatTakesTooLong() throws IOException {
        Path journal = temporary.resolve("journal");
        LoadedPlugin plugin = plugin("""
                public List<Sighting> scrape(Instant since) throws Exception {
                    try {
                        Thread.sleep(600_000);
                    } catch (InterruptedException e) {
                        java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), Thread.currentThread().getName());
                    }
                    return List.of();
                }
                """.formatted(journal), new TimeLimits(AMPLE, Duration.ofMillis(300)));

        assertFailure(ErrorKind.INTERNAL, "did not answer scrape()", () -> plugin.scrape(Instant.EPOCH));

        await().untilAsserted(() -> assertThat(journal).hasContent("plugin-stranger"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return null;|INTERNAL|returned null from scrape()",
                "throw new java.io.IOException(\"partner down\");|INTERNAL|failed in scrape(): IOException: partner down",
                "throw new MilesbotException(ErrorKind.EXTERNAL, Text.plain(\"503\"));|EXTERNAL|failed in scrape(): 503",
                "throw new Exception() { public String getMessage() { throw new Error(\"no\"); } };|INTERNAL|failed in scrape()"
            })
    void namesThePluginWhoseScrapeFails(String body, ErrorKind kind, String words) throws IOException {
        LoadedPlugin plugin = plugin("public List<Sighting> scrape(Instant since) throws Exception { " + body + " }");

        assertFailure(kind, words, () -> plugin.scrape(Instant.EPOCH));
    }

    private static String keeping(String export, String erase) {
        return """
                public Optional<org.milesbot.api.privacy.PersonalData> personalData() {
                    return Optional.of(new org.milesbot.api.privacy.PersonalData() {
                        public Optional<String> export(long chatId) throws Exception { %s }
                        public boolean erase(long chatId) throws Exception { %s }
                    });
                }
                """.formatted(export, erase);
    }

    @Test
    void handsOverWhatAPluginKeepsOfPeople() throws IOException {
        PersonalData kept = plugin(
                        keeping("return Optional.of(\"{ \\\"chat\\\" :\\n\" + chatId + \"}\");", "return chatId == 7;"))
                .personalData()
                .orElseThrow();

        assertThat(exported(kept)).isEqualTo("{\"chat\":7}");
        assertThat(erased(kept)).isTrue();
    }

    @Test
    void knowsThatAPluginKeepsNothing() throws IOException {
        assertThat(plugin("").personalData()).isEmpty();
    }

    private static String exported(PersonalData kept) {
        return asked(() -> kept.export(7)).orElse("nothing");
    }

    private static boolean erased(PersonalData kept) {
        return asked(() -> kept.erase(7));
    }

    private static <T> T asked(Callable<T> question) {
        try {
            return question.call();
        } catch (PluginException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return null;|returned null from export()",
                "return Optional.of(\"[]\");|no JSON object",
                "return Optional.of(\"{\");|no JSON object",
                "return Optional.of(\"{} {}\");|no JSON object",
                "return Optional.of(\"x\".repeat(1_000_001));|too long a text from export(); the most is 1000000",
                "throw new java.io.IOException(\"disk\");|failed in export(): IOException: disk"
            })
    void namesThePluginThatDoesNotSayWhatItKeeps(String body, String words) throws IOException {
        PersonalData kept =
                plugin(keeping(body, "return false;")).personalData().orElseThrow();

        assertFailure(ErrorKind.INTERNAL, words, () -> exported(kept));
    }

    @Test
    void namesThePluginThatDoesNotForget() throws IOException {
        LoadedPlugin plugin = plugin(
                keeping("return Optional.empty();", PluginDirectory.LOOP + " return true;"),
                new TimeLimits(Duration.ofSeconds(2), AMPLE));
        PersonalData kept = plugin.personalData().orElseThrow();

        assertThat(exported(kept)).isEqualTo("nothing");
        assertFailure(ErrorKind.INTERNAL, "did not answer erase() within 2 s", () -> erased(kept));
        assertFailure(ErrorKind.INTERNAL, "is not called again", () -> erased(kept));
    }

    @Test
    void makesAPluginOnceEvenIfThatFails() throws IOException {
        Path journal = Files.createFile(temporary.resolve("journal"));
        LoadedPlugin plugin = plugin("""
                {
                    try {
                        java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "made ",
                            java.nio.file.StandardOpenOption.APPEND);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    if (true) throw new MilesbotException(ErrorKind.CONFIGURATION, Text.plain("no key"));
                }
                """.formatted(journal));

        assertFailure(ErrorKind.CONFIGURATION, "failed in create(): no key", plugin::schedule);
        assertFailure(ErrorKind.CONFIGURATION, "failed in create(): no key", plugin::sources);
        assertThat(journal).hasContent("made ");
    }

    @ParameterizedTest
    @CsvSource({
        "picocli.CommandLine,false",
        "org.jdbi.v3.core.Jdbi,false",
        "okhttp3.OkHttpClient,false",
        "com.fasterxml.jackson.databind.ObjectMapper,false",
        "org.milesbot.cli.plugin.PluginLoader,false",
        "org.milesbot.plugin.sample.SampleFactory,false",
        "org.milesbot.api.plugin.Plugin,true",
        "org.jspecify.annotations.Nullable,true",
        "org.slf4j.Logger,true",
        "java.sql.Connection,true",
        "stranger.StrangersFactory,true"
    })
    void showsOnlyTheContractOfTheHost(String type, boolean visible) throws IOException {
        LoadedPlugin plugin = plugin("""
                public Set<String> categories() {
                    Set<String> seen = new HashSet<>();
                    for (ClassLoader loader : new ClassLoader[] {
                            getClass().getClassLoader(), Thread.currentThread().getContextClassLoader()}) {
                        try {
                            Class.forName("%s", false, loader);
                            seen.add("seen");
                        } catch (ClassNotFoundException e) {
                            seen.add("unseen");
                        }
                    }
                    return seen;
                }
                """.formatted(type));

        assertThat(plugin.categories()).containsExactly(visible ? "seen" : "unseen");
    }

    private PluginException assertFailure(ErrorKind kind, String words, ThrowingCallable call) {
        PluginException e = catchThrowableOfType(PluginException.class, call);
        assertThat(e).isNotNull().hasMessageContaining("lug-in stranger").hasMessageContaining(words);
        assertThat(e).hasMessageEndingWith("(the rest of milesbot goes on without this part)");
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.plugin()).isEqualTo("stranger");
        return e;
    }

    private LoadedPlugin plugin(String members) throws IOException {
        return plugin(members, new TimeLimits(AMPLE, AMPLE));
    }

    private LoadedPlugin plugin(String members, TimeLimits limits) throws IOException {
        directory().add("stranger", "stranger", members);
        PluginSettings settings = new PluginSettings(directory().path(), null, Map.of());
        TestingPluginContext context = TestingPluginContext.at(SettableClock.at(Instant.EPOCH));
        plugins = PluginLoader.load(settings, List.of(), (id, own) -> context, limits);
        return plugins.named("stranger");
    }

    private static Source source(LoadedPlugin plugin) {
        return plugin.sources().get(0);
    }

    private static Page page() {
        return new Page(PAGE, PAGE, Instant.EPOCH, "text/html", "");
    }

    private PluginDirectory directory() {
        return Objects.requireNonNull(directory);
    }

    private Plugins plugins() {
        return Objects.requireNonNull(plugins);
    }
}
