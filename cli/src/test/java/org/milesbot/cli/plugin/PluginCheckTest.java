package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.plugin.PluginFindings.Contribution;
import org.milesbot.cli.plugin.PluginFindings.Identity;
import org.milesbot.cli.plugin.PluginFindings.Kind;
import org.milesbot.plugin.sample.SampleFactory;

final class PluginCheckTest {

    private static final String PAGE = "https://www.example.org/";
    private static final TimeLimits AMPLE = new TimeLimits(Duration.ofSeconds(20), Duration.ofSeconds(20));

    @TempDir
    private Path temporary;

    private final Map<String, String> own = new HashMap<>();
    private final List<PluginFactory> builtIns = new ArrayList<>();
    private TimeLimits limits = AMPLE;
    private @Nullable PluginDirectory author;
    private @Nullable PluginDirectory installed;

    @BeforeEach
    void openDirectories() throws IOException {
        author = new PluginDirectory(temporary.resolve("author"));
        installed = new PluginDirectory(temporary.resolve("home"));
    }

    @Test
    void saysWhatASoundPluginHas() throws IOException {
        Path folder = author().install("mine", PluginDirectory.locationOf(SampleFactory.class));
        own.put("MILESBOT_PLUGIN_SAMPLE_ADDRESS", "https://offers.example.com/");
        own.put("MILESBOT_PLUGIN_SAMPLE_FOLDER", temporary.toString());
        own.put("MILESBOT_PLUGIN_SAMPLE_FOOTNOTE", "Milhas!");

        PluginFindings findings = check(folder);

        assertThat(findings.complaints()).isEmpty();
        assertThat(findings.isSound()).isTrue();
        assertThat(findings.identity())
                .extracting(Identity::id, Identity::version)
                .containsExactly("sample", "1.0");
        assertThat(findings.categories()).isNotEmpty();
        assertThat(names(findings, Kind.SOURCES)).containsExactly("sample_offers");
        assertThat(names(findings, Kind.HOSTS)).containsExactly("offers.example.com");
        assertThat(findings.contributions())
                .extracting(Contribution::kind)
                .contains(
                        Kind.FORECAST_SIGNALS,
                        Kind.CHANNELS,
                        Kind.DECORATORS,
                        Kind.AUDIENCE,
                        Kind.BOT_COMMANDS,
                        Kind.COMMANDS,
                        Kind.JOBS,
                        Kind.WEB_ROUTES,
                        Kind.PERSONAL_DATA);
    }

    @Test
    void findsAllThatIsWrongAtOnce() throws IOException {
        author().add("mine", "mine", """
                public String schedule() { return "sometimes"; }
                public Set<String> categories() { return Set.of("Bônus"); }
                public Optional<Text> notice() { return Optional.of(Text.plain("no key yet")); }
                Source source(String id, String address) {
                    return new Source() {
                        public SourceId id() { return new SourceId(id); }
                        public Provenance provenance() { return Provenance.BLOG; }
                        public List<URI> addresses() { return List.of(URI.create(address)); }
                        public Reading read(Page page) { return null; }
                    };
                }
                public List<Source> sources() {
                    return List.of(source("one", "https://www.example.org/"), source("one", "https://www.example.org/"),
                        source("two", "file:///etc/passwd"), source("Three", "https://www.example.org/"));
                }
                public List<MessageDecorator> decorators() {
                    return List.of((message, promo, recipient) -> null, (message, promo, recipient) -> message);
                }
                public List<AudienceFilter> audience() {
                    return List.of((promo, recipient) -> { throw new StackOverflowError(); });
                }
                public List<org.milesbot.api.bot.BotCommand> botCommands() { return null; }
                public List<org.milesbot.api.web.WebRoute> webRoutes() {
                    return List.of(org.milesbot.api.web.WebRoute.get("No", request -> null));
                }
                """);

        PluginFindings findings = check(author().path().resolve("mine"));

        assertThat(findings.isSound()).isFalse();
        assertThat(sentences(findings.complaints()))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"sometimes\" is not valid", "hourly"),
                        line -> assertThat(line).contains("\"Bônus\"", "[a-z][a-z0-9_]*"),
                        line -> assertThat(line).contains("declares the source one twice"),
                        line -> assertThat(line).contains("file:///etc/passwd", "https://www.example.org/promo"),
                        line -> assertThat(line).contains("\"Three\""),
                        line -> assertThat(line).contains("returned null from decorate()"),
                        line -> assertThat(line).contains("failed in heldBack(): StackOverflowError"),
                        line -> assertThat(line).contains("returned null from botCommands()"),
                        line -> assertThat(line).contains("the path \"No\" is not of a form"));
        assertThat(sentences(findings.notes())).containsExactly("no key yet");
        assertThat(names(findings, Kind.SOURCES)).containsExactly("one");
        assertThat(names(findings, Kind.DECORATORS)).hasSize(2);
    }

    @Test
    void saysWhatIsWrongBeforeThePluginIsMade() throws IOException {
        Path empty = Files.createDirectories(author().path().resolve("empty"));
        author().addWithoutProvider("nobody");
        author().addFactory("level", "", "return \"level\";", "return 99;", "");

        assertThat(sentences(check(empty).complaints()))
                .singleElement()
                .asString()
                .contains("neither a jar nor a folder");
        assertThat(sentences(check(author().path().resolve("nobody")).complaints()))
                .singleElement()
                .asString()
                .contains("META-INF/services/");
        assertThat(sentences(check(author().path().resolve("level")).complaints()))
                .singleElement()
                .asString()
                .contains("level 99", "level 1");
        assertThat(sentences(check(temporary.resolve("missing")).complaints()))
                .singleElement()
                .asString()
                .contains("is no folder");
    }

    @Test
    void saysOnceThatAPluginIsNotMade() throws IOException {
        author().add(
                        "mine",
                        "mine",
                        "{ if (true) throw new MilesbotException(ErrorKind.CONFIGURATION,"
                                + " Text.plain(\"set MILESBOT_PLUGIN_MINE_KEY\")); }");

        assertThat(sentences(check(author().path().resolve("mine")).complaints()))
                .singleElement()
                .asString()
                .contains("failed in create(): set MILESBOT_PLUGIN_MINE_KEY");
    }

    @Test
    void comesToAnEndWhenThePluginDoesNot() throws IOException {
        limits = new TimeLimits(Duration.ofMillis(700), Duration.ofMillis(700));
        author().add("mine", "mine", "public List<Source> sources() { " + PluginDirectory.LOOP + " return null; }");

        assertThat(sentences(check(author().path().resolve("mine")).complaints()))
                .satisfiesExactly(
                        line -> assertThat(line).contains("did not answer sources() within 700 ms"),
                        line -> assertThat(line).contains("is not called again"));
    }

    @Test
    void hasNoNetwork() throws IOException {
        author().add("mine", "mine", """
                public List<Source> sources() {
                    context.fetcher().fetch(FetchRequest.of(URI.create("https://www.example.org/")));
                    return List.of();
                }
                """);

        assertThat(sentences(check(author().path().resolve("mine")).complaints()))
                .singleElement()
                .asString()
                .contains("there is no network during a check", PAGE);
    }

    @Test
    void noticesNamesThatOthersHave() throws IOException {
        builtIns.add(new SampleFactory());
        String command = """
                public List<org.milesbot.api.bot.BotCommand> botCommands() {
                    return List.of(new org.milesbot.api.bot.BotCommand() {
                        public String name() { return "%s"; }
                        public List<String> aliases() { return List.of("help"); }
                        public String help(Locale language) { return "x"; }
                        public List<org.milesbot.api.bot.BotReply> answer(org.milesbot.api.bot.BotRequest request) {
                            return List.of();
                        }
                    });
                }
                """;
        installed()
                .add(
                        "theirs",
                        "theirs",
                        PluginDirectory.source("blog", PAGE, "return null;")
                                + command.formatted("quote").replace("List.of(\"help\")", "List.of()"));
        author().add(
                        "mine",
                        "sample",
                        PluginDirectory.source("blog", PAGE, "return null;") + command.formatted("quote") + """
                public List<Channel> channels() {
                    return List.of(new Channel() {
                        public String id() { return "telegram"; }
                        public Receipt send(Recipient recipient, Message message) { return null; }
                    });
                }
                """);

        assertThat(sentences(check(author().path().resolve("mine")).complaints()))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("The id sample belongs to a built-in plug-in", "sample_extra"),
                        line -> assertThat(line).contains("the source blog", "theirs"),
                        line -> assertThat(line).contains("the channel telegram", "milesbot"),
                        line -> assertThat(line).contains("the command /quote", "theirs"),
                        line -> assertThat(line).contains("the command /help", "milesbot"));
    }

    @Test
    void takesAnInstalledOneOfTheSameIdForAnOlderVersion() throws IOException {
        String source = PluginDirectory.source("blog", PAGE, "return null;");
        installed().add("mine", "mine", source);
        author().add("mine", "mine", source);

        PluginFindings fresh = check(author().path().resolve("mine"));
        assertThat(fresh.complaints()).isEmpty();
        assertThat(sentences(fresh.notes())).singleElement().asString().contains("mine 0.1 is installed already");

        PluginFindings itself = check(installed().path().resolve("mine"));
        assertThat(itself.complaints()).isEmpty();
        assertThat(itself.notes()).isEmpty();
    }

    @Test
    void handsItNoSettingsOfAnInstalledOne() throws IOException {
        installed().add("search", "award_search", "");
        author().add("mine", "award", "public Set<String> categories() { return context.settings().keySet(); }");
        own.put("MILESBOT_PLUGIN_AWARD_SEARCH_TOKEN", "secret");
        own.put("MILESBOT_PLUGIN_AWARD_MINE", "x");

        assertThat(check(author().path().resolve("mine")).categories()).containsExactly("mine");
    }

    @Test
    void wantsOnePluginInAFolder() throws IOException {
        Path jar = author().add("mine", "stranger", "");
        Files.move(jar, jar.resolveSibling("stranger.jar"));
        Path folder = author().install("mine", PluginDirectory.locationOf(SampleFactory.class));

        PluginFindings findings = check(folder);

        assertThat(findings.identity()).isNull();
        assertThat(sentences(findings.complaints()))
                .singleElement()
                .asString()
                .contains("more than one plug-in", "sample, stranger");
    }

    private PluginFindings check(Path folder) {
        PluginSettings settings = new PluginSettings(installed().path(), null, own);
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), Zones.SAO_PAULO);
        PluginCare care = new PluginCare(
                settings, builtIns, Set.of("help"), announcement -> List.of(), clock, limits, Locale.ENGLISH);
        return care.check(folder);
    }

    private static List<String> names(PluginFindings findings, Kind kind) {
        return findings.contributions().stream()
                .filter(each -> each.kind() == kind)
                .flatMap(each -> each.names().stream())
                .toList();
    }

    private static List<String> sentences(List<Text> texts) {
        return texts.stream().map(Text::toString).toList();
    }

    private PluginDirectory author() {
        return Objects.requireNonNull(author);
    }

    private PluginDirectory installed() {
        return Objects.requireNonNull(installed);
    }
}
