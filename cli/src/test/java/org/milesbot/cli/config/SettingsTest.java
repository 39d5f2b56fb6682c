package org.milesbot.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.score.Weights;

class SettingsTest {

    private static final String TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7";

    @TempDir
    private Path directory;

    private Path home = Path.of("/");
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void homeIsEmpty() {
        home = directory.resolve("home");
        environment.put("HOME", directory.resolve("user").toString());
    }

    @Test
    void hasDefaults() {
        Settings settings = load();
        Path data = directory.resolve("user/.local/share/milesbot");

        assertThat(settings.home()).isEqualTo(new HomeSettings(data, null));
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings(null, "milesbot", null, null, Duration.ofMinutes(60)));
        assertThat(settings.services())
                .isEqualTo(new ServiceSettings(
                        null,
                        null,
                        new AssistantSettings(
                                URI.create("https://api.openai.com/v1"), "gpt-4.1-mini", null, 150_000, 10_000_000)));
        assertThat(settings.services().assistant().isThere()).isFalse();
        assertThat(settings.fetching())
                .isEqualTo(new FetchingSettings(
                        URI.create("https://github.com/milesbot/milesbot"),
                        Duration.ofSeconds(30),
                        5 * 1024 * 1024,
                        Duration.ofSeconds(2),
                        Set.of()));
        assertThat(settings.watching()).isEqualTo(new WatchingSettings(Duration.ofDays(7), 3, null, null));
        assertThat(settings.web()).isEqualTo(new WebSettings("127.0.0.1", 8080, null, Set.of(), 20, null));
        assertThat(settings.plugins()).isEqualTo(new PluginSettings(data.resolve("plugins"), null, Map.of()));
        assertThat(settings.score()).isEqualTo(ScoreRule.DEFAULT);
        assertThat(settings.output()).isEqualTo(new OutputSettings(Locale.forLanguageTag("pt-BR"), false));
        assertThat(settings.shown()).allMatch(shown -> shown.origin() == Origin.DEFAULT);
    }

    @Test
    void mapsEverySetting() {
        environment.put("MILESBOT_HOME", home.toString());
        environment.put("MILESBOT_PLUGINS_DIR", "extra");
        environment.put("PLUGINS_ENABLED", "blogs, channels,");
        environment.put("DATABASE_URL", "postgresql://ana:pw@db.example.org:5433/miles?sslmode=require");
        environment.put("REDIS_URL", "rediss://:pw@cache.example.org:6380/1");
        environment.put("TELEGRAM_BOT_TOKEN", TOKEN);
        environment.put("OPENAI_API_KEY", "sk-short");
        environment.put("MILESBOT_AI_URL", "http://localhost:11434/v1");
        environment.put("MILESBOT_AI_MODEL", "qwen3:8b");
        environment.put("MILESBOT_AI_DAILY", "20000");
        environment.put("MILESBOT_AI_MONTHLY", "2000000000");
        environment.put("MILESBOT_SCHEMA", "miles_test");
        environment.put("MILESBOT_POSTGRES_BIN", "/opt/postgres/bin");
        environment.put("MILESBOT_POSTGRES_PORT", "54329");
        environment.put("MILESBOT_DATABASE_IDLE", "0");
        environment.put("MILESBOT_CONTACT_URL", "mailto:ana@example.org");
        environment.put("MILESBOT_FETCH_TIMEOUT", "1500ms");
        environment.put("MILESBOT_FETCH_MAX_BYTES", "512KiB");
        environment.put("MILESBOT_FETCH_DELAY", "1m");
        environment.put("MILESBOT_FETCH_ALLOW_PRIVATE", "LOCALHOST,10.0.0.7");
        environment.put("MILESBOT_FRESHNESS", "36h");
        environment.put("MILESBOT_NOTICE_AFTER", "5");
        environment.put("MILESBOT_PING_URL", "https://ping.example.org/the-key?also=secret");
        environment.put("MILESBOT_KEEP", "30d");
        environment.put("MILESBOT_CAPTURES_MAX", "64MiB");
        environment.put("MILESBOT_METRICS_FILE", "milesbot.prom");
        environment.put("MILESBOT_SCORE_WEIGHTS", "hit_rate=1, freshness = 4,structure=0.25,provenance=3");
        environment.put("MILESBOT_SCORE_HALF_LIFE", "36h");
        environment.put("MILESBOT_TELEGRAM_URL", "http://localhost:8081");
        environment.put("MILESBOT_OPERATOR_CHAT", "-1001234567890");
        environment.put("MILESBOT_OPERATORS", "12, 345");
        environment.put("MILESBOT_SEND_RATE", "600");
        environment.put("MILESBOT_SEND_LEASE", "30s");
        environment.put("MILESBOT_WELCOME", "0");
        environment.put("MILESBOT_WEB_HOST", "0.0.0.0");
        environment.put("MILESBOT_WEB_PORT", "0");
        environment.put("MILESBOT_WEB_URL", "https://milhas.example.org/");
        environment.put("MILESBOT_WEB_PROXIES", "127.0.0.1, ::1");
        environment.put("MILESBOT_WEB_RATE", "7");
        environment.put("MILESBOT_ADMIN_PASSWORD", "correct horse battery");
        environment.put("MILESBOT_LANG", "en");
        environment.put("NO_COLOR", "1");
        environment.put("MILESBOT_PLUGIN_SAMPLE_ADDRESS", "https://www.example.org/offers.txt");
        environment.put("MILESBOT_TEST_DATABASE_URL", "ignored");

        Settings settings = load();

        assertThat(settings.home().directory()).isEqualTo(home);
        assertThat(settings.plugins().directory()).isEqualTo(directory.resolve("extra"));
        assertThat(settings.plugins().enabled()).containsExactlyInAnyOrder("blogs", "channels");
        assertThat(settings.plugins().of("sample", List.of("sample")))
                .containsOnly(Map.entry("address", "https://www.example.org/offers.txt"));
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings(
                        new Secret("postgresql://ana:pw@db.example.org:5433/miles?sslmode=require"),
                        "miles_test",
                        Path.of("/opt/postgres/bin"),
                        54329,
                        Duration.ZERO));
        assertThat(settings.services())
                .isEqualTo(new ServiceSettings(
                        new Secret("rediss://:pw@cache.example.org:6380/1"),
                        new Secret(TOKEN),
                        new AssistantSettings(
                                URI.create("http://localhost:11434/v1"),
                                "qwen3:8b",
                                new Secret("sk-short"),
                                20_000,
                                2_000_000_000)));
        assertThat(settings.fetching())
                .isEqualTo(new FetchingSettings(
                        URI.create("mailto:ana@example.org"),
                        Duration.ofMillis(1500),
                        512 * 1024,
                        Duration.ofMinutes(1),
                        Set.of("localhost", "10.0.0.7")));
        assertThat(settings.watching())
                .isEqualTo(new WatchingSettings(
                        Duration.ofHours(36),
                        5,
                        new Secret("https://ping.example.org/the-key?also=secret"),
                        directory.resolve("milesbot.prom")))
                .asString()
                .contains("https://ping.example.org/••••")
                .doesNotContain("the-key", "secret");
        assertThat(settings.keeping()).isEqualTo(new KeepingSettings(Duration.ofDays(30), 64L << 20));
        assertThat(settings.score()).isEqualTo(new ScoreRule(new Weights(4, 3, 0.25, 1), Duration.ofHours(36)));
        assertThat(settings.sending())
                .isEqualTo(new SendingSettings(
                        URI.create("http://localhost:8081"),
                        -1_001_234_567_890L,
                        Set.of(12L, 345L),
                        600,
                        Duration.ofSeconds(30),
                        0));
        assertThat(settings.web())
                .isEqualTo(new WebSettings(
                        "0.0.0.0",
                        0,
                        URI.create("https://milhas.example.org/"),
                        Set.of("127.0.0.1", "::1"),
                        7,
                        new Password("correct horse battery")))
                .asString()
                .doesNotContain("horse", "battery");
        assertThat(settings.output()).isEqualTo(new OutputSettings(Locale.ENGLISH, true));
        assertThat(settings.shown()).allMatch(shown -> shown.origin() == Origin.ENVIRONMENT);
    }

    @Test
    void showsEverySettingOnceWithSecretsMasked() {
        environment.put("DATABASE_URL", "postgresql://ana:pw@db.example.org:5433/miles?password=other");
        environment.put("TELEGRAM_BOT_TOKEN", TOKEN);
        environment.put("OPENAI_API_KEY", "sk-short");
        environment.put("MILESBOT_PLUGIN_SAMPLE_KEY", "hidden");

        Settings settings = load();

        assertThat(settings.shown())
                .extracting(Shown::name)
                .containsAll(Variable.names())
                .contains("MILESBOT_PLUGIN_SAMPLE_KEY")
                .doesNotHaveDuplicates();
        assertThat(shown(settings, "DATABASE_URL").value()).isEqualTo("postgresql://••••@db.example.org:5433/miles");
        assertThat(shown(settings, "TELEGRAM_BOT_TOKEN").value()).isEqualTo("••••jiQ7");
        assertThat(shown(settings, "OPENAI_API_KEY").value()).isEqualTo("••••");
        assertThat(shown(settings, "MILESBOT_PLUGIN_SAMPLE_KEY").value()).isEqualTo("••••");
        assertThat(shown(settings, "REDIS_URL").value()).isNull();
        assertThat(settings.toString()).doesNotContain(TOKEN, "pw", "other", "hidden", "sk-short");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db.example.org/miles?user=ana&password=segredo|jdbc:postgresql://db.example.org/miles",
                "jdbc:postgresql:miles?user=ana&password=segredo|••••",
                "postgresql://ana:p@ss#segredo@db.example.org/miles|••••",
                "postgresql://ana:1/segredo@db.example.org/miles|••••",
                "postgresql://ana:1?segredo@db.example.org/miles|••••",
                "postgresql://one.example.org,two.example.org/miles?password=segredo|••••"
            })
    void showsNoPartOfAnAddressThatMayHoldAPassword(String url, String masked) {
        environment.put("DATABASE_URL", url);

        assertThat(shown(load(), "DATABASE_URL").value()).isEqualTo(masked);
    }

    @Test
    void saysWhereASettingComesFrom() throws IOException {
        Files.writeString(directory.resolve(".env"), "# mine\nMILESBOT_SCHEMA=from_file\nMILESBOT_LANG=en\n");
        environment.put("MILESBOT_LANG", "pt");

        Settings settings = load(Map.of("MILESBOT_HOME", home.toString()));

        assertThat(shown(settings, "MILESBOT_HOME").origin()).isEqualTo(Origin.OPTION);
        assertThat(shown(settings, "MILESBOT_LANG").origin()).isEqualTo(Origin.ENVIRONMENT);
        assertThat(shown(settings, "MILESBOT_SCHEMA").origin()).isEqualTo(Origin.DOTENV);
        assertThat(shown(settings, "MILESBOT_SCHEMA").from()).hasToString(directory.resolve(".env") + ", line 2");
        assertThat(settings.output().language()).isEqualTo(OutputSettings.PORTUGUESE);
        assertThat(settings.home().dotEnv()).isEqualTo(directory.resolve(".env"));
    }

    @Test
    void needsNoKeyForALanguageModelOfOnesOwn() {
        environment.put("MILESBOT_AI_URL", "http://localhost:11434/v1");

        assertThat(load().services().assistant().isThere()).isTrue();
    }

    @Test
    void needsAKeyForTheLanguageModelOfOpenai() throws IOException {
        Files.writeString(directory.resolve("key"), "sk-from-a-file\n");
        environment.put("OPENAI_API_KEY_FILE", "key");

        assertThat(load().services().assistant().isThere()).isTrue();
        assertThat(load().services().toString()).doesNotContain("sk-from-a-file");
    }

    @Test
    void readsDotEnvFromTheHomeOnlyIfThereIsNoneHere() throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve(".env"), "MILESBOT_SCHEMA=far");
        environment.put("MILESBOT_HOME", home.toString());

        assertThat(load().database().schema()).isEqualTo("far");
        assertThat(load().home().dotEnv()).isEqualTo(home.resolve(".env"));

        Files.writeString(directory.resolve(".env"), "MILESBOT_SCHEMA=near");
        assertThat(load().database().schema()).isEqualTo("near");
    }

    @Test
    void letsOptionsWinOverAll() throws IOException {
        Files.writeString(directory.resolve(".env"), "MILESBOT_PLUGINS_DIR=/third");
        environment.put("MILESBOT_PLUGINS_DIR", "/second");

        assertThat(load(Map.of("MILESBOT_PLUGINS_DIR", "/first")).plugins().directory())
                .isEqualTo(Path.of("/first"));
        assertThat(load().plugins().directory()).isEqualTo(Path.of("/second"));
        environment.put("MILESBOT_PLUGINS_DIR", " ");
        assertThat(load().plugins().directory()).isEqualTo(Path.of("/third"));
    }

    @Test
    void readsSecretsFromFiles() throws IOException {
        Files.writeString(directory.resolve("token"), "\n  " + TOKEN + "\n");
        environment.put("TELEGRAM_BOT_TOKEN_FILE", "token");

        Settings settings = load();

        assertThat(settings.services().telegramBotToken()).isEqualTo(new Secret(TOKEN));
        assertThat(shown(settings, "TELEGRAM_BOT_TOKEN").from().toString()).contains("token", "environment");
    }

    @Test
    void keepsDataWhereTheDesktopWantsThem() {
        environment.put("XDG_DATA_HOME", directory.resolve("xdg").toString());
        assertThat(load().home().directory()).isEqualTo(directory.resolve("xdg/milesbot"));

        environment.put("XDG_DATA_HOME", "relative/is/not/allowed/there");
        assertThat(load().home().directory()).isEqualTo(directory.resolve("user/.local/share/milesbot"));
    }

    @Test
    void readsTheTildeAsTheUsersHome() {
        environment.put("MILESBOT_HOME", "~/miles");

        assertThat(load().home().directory()).isEqualTo(directory.resolve("user/miles"));
    }

    @Test
    void givesAPluginSettingToTheLongestName() {
        environment.put("MILESBOT_PLUGIN_AWARD_SEARCH_KEY", "a");
        environment.put("MILESBOT_PLUGIN_AWARD_KEY", "b");
        PluginSettings plugins = load().plugins();

        assertThat(plugins.of("award", List.of("award", "award_search"))).containsOnly(Map.entry("key", "b"));
        assertThat(plugins.of("award_search", List.of("award", "award_search"))).containsOnly(Map.entry("key", "a"));
        assertThat(PluginSettings.ownerOf("MILESBOT_PLUGIN_OTHER_KEY", List.of("award")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL,en_US.UTF-8,en",
        "LC_MESSAGES,en_GB,en",
        "LANG,en,en",
        "LANG,pt_BR.UTF-8,pt",
        "LANG,C.UTF-8,pt",
        "MILESBOT_LANG,en,en",
        "MILESBOT_LANG,pt,pt"
    })
    void speaksTheLanguageOfTheEnvironment(String name, String value, String language) {
        environment.put(name, value);

        assertThat(load().output().language().getLanguage()).isEqualTo(language);
        assertThat(OutputSettings.languageOf(environment).getLanguage()).isEqualTo(language);
    }

    @Test
    void letsTheStrongerLocaleVariableDecide() {
        environment.putAll(Map.of("LC_ALL", "pt_BR", "LANG", "en_US"));
        assertThat(OutputSettings.languageOf(environment)).isEqualTo(OutputSettings.PORTUGUESE);

        environment.putAll(Map.of("LC_ALL", "en_US", "MILESBOT_LANG", "pt"));
        assertThat(OutputSettings.languageOf(environment)).isEqualTo(OutputSettings.PORTUGUESE);
    }

    @ParameterizedTest
    @EnumSource(Variable.class)
    void everyExampleIsARightValueAndEverySettingIsDescribed(Variable variable) {
        environment.put(variable.name(), variable.example());

        Shown shown = shown(load(), variable.name());

        assertThat(shown.origin()).isEqualTo(Origin.ENVIRONMENT);
        assertThat(shown.description().in(OutputSettings.PORTUGUESE)).isNotBlank();
        assertThat(shown.description().in(Locale.ENGLISH))
                .isNotEqualTo(shown.description().in(OutputSettings.PORTUGUESE));
    }

    @ParameterizedTest
    @CsvSource({"org.milesbot.cli.config.messages", "org.milesbot.cli.plugin.messages"})
    void bothLanguagesHaveTheSameSentences(String bundle) throws IOException {
        assertThat(keysOf(bundle, "_en")).isEqualTo(keysOf(bundle, ""));
    }

    private static Set<String> keysOf(String bundle, String language) throws IOException {
        String resource = "/" + bundle.replace('.', '/') + language + ".properties";
        try (InputStream in = SettingsTest.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, resource));
            return Set.copyOf(properties.stringPropertyNames());
        }
    }

    private Settings load() {
        return load(Map.of());
    }

    private Settings load(Map<String, String> overrides) {
        return Settings.load(environment, directory, overrides);
    }

    private static Shown shown(Settings settings, String name) {
        return settings.shown().stream()
                .filter(shown -> shown.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
