package org.milesbot.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Text;
import org.milesbot.store.score.ScoreRule;

/** Reads each setting once, notes what is wrong and what is in force. */
final class SettingsReader {

    private static final String HIDDEN = "••••";

    /** Who pastes a whole address where it does not belong pastes the password or the bot's token in it as well. */
    private static final Pattern IN_AN_ADDRESS =
            Pattern.compile("(?<=://)[^/@\\s]+(?=@)|[0-9]{5,20}(:|%3[Aa])[A-Za-z0-9_-]{20,}");

    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final Path userHome;
    private final Mistakes mistakes = new Mistakes();
    private final Layers layers;
    private final List<Shown> shown = new ArrayList<>();

    SettingsReader(Map<String, String> environment, Path workingDirectory, Map<String, String> overrides) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.userHome = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", "/")));
        this.layers = new Layers(overrides, environment, workingDirectory, mistakes);
    }

    Settings read() {
        HomeSettings home = home();
        PluginSettings plugins = plugins(home.directory());
        Secret databaseUrl =
                optional(Variable.DATABASE_URL, Form.secretAddress("postgresql://", "postgres://", "jdbc:postgresql:"));
        ServiceSettings services = services();
        SendingSettings sending = sending();
        DatabaseSettings database = database(databaseUrl);
        FetchingSettings fetching = fetching();
        WatchingSettings watching = watching();
        KeepingSettings keeping = keeping();
        WebSettings web = web();
        ScoreRule score = score();
        OutputSettings output = output();
        Map<String, String> own = pluginSettings();
        layers.refuseUnknown();
        mistakes.throwIfAny(Text.of(Settings.class, "mistakes"));
        PluginSettings complete = new PluginSettings(plugins.directory(), plugins.enabled(), own);
        return new Settings(
                home, database, services, sending, fetching, watching, keeping, web, complete, score, output, shown);
    }

    /** The data folder decides where a second {@code .env} may lie, so the one beside the user is read before it. */
    private HomeSettings home() {
        Path near = workingDirectory.resolve(".env");
        boolean found = layers.addDotEnv(near);
        Path directory = required(Variable.MILESBOT_HOME, defaultHome().toString(), folder());
        Path far = directory.resolve(".env");
        if (found) {
            return new HomeSettings(directory, near);
        }
        return new HomeSettings(directory, layers.addDotEnv(far) ? far : null);
    }

    private Path defaultHome() {
        Path data = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
        return (data.isAbsolute() ? data : userHome.resolve(".local/share")).resolve("milesbot");
    }

    private PluginSettings plugins(Path home) {
        Path directory =
                required(Variable.MILESBOT_PLUGINS_DIR, home.resolve("plugins").toString(), folder());
        return new PluginSettings(directory, optional(Variable.PLUGINS_ENABLED, Form.slugs()), Map.of());
    }

    private ServiceSettings services() {
        return new ServiceSettings(
                optional(Variable.REDIS_URL, Form.secretAddress("redis://", "rediss://")),
                optional(Variable.TELEGRAM_BOT_TOKEN, Form.secret()),
                assistant());
    }

    private AssistantSettings assistant() {
        Secret key = optional(Variable.OPENAI_API_KEY, Form.secret());
        return new AssistantSettings(
                required(Variable.MILESBOT_AI_URL, Form.base()),
                required(Variable.MILESBOT_AI_MODEL, Form.word()),
                key,
                required(Variable.MILESBOT_AI_DAILY, Form.count(20_000, 1_000_000_000)),
                required(Variable.MILESBOT_AI_MONTHLY, Form.count(20_000, 2_000_000_000)));
    }

    private SendingSettings sending() {
        Form<Duration> lease = Form.duration(Duration.ofSeconds(5), Duration.ofHours(1), "5s … 1h");
        return new SendingSettings(
                required(Variable.MILESBOT_TELEGRAM_URL, Form.server()),
                optional(Variable.MILESBOT_OPERATOR_CHAT, Form.chat()),
                Objects.requireNonNullElse(optional(Variable.MILESBOT_OPERATORS, Form.people()), Set.<Long>of()),
                required(Variable.MILESBOT_SEND_RATE, Form.count(1, 10_000)),
                required(Variable.MILESBOT_SEND_LEASE, lease),
                required(Variable.MILESBOT_WELCOME, Form.count(0, 50)));
    }

    private DatabaseSettings database(@Nullable Secret url) {
        String schema = required(Variable.MILESBOT_SCHEMA, Form.slug());
        Path binaries = optional(Variable.MILESBOT_POSTGRES_BIN, folder());
        int port = required(Variable.MILESBOT_POSTGRES_PORT, Form.port());
        Form<Duration> idle = Form.duration(Duration.ZERO, Duration.ofDays(365), "0 … 365d");
        return new DatabaseSettings(
                url,
                schema,
                binaries,
                port == 0 ? null : Integer.valueOf(port),
                required(Variable.MILESBOT_DATABASE_IDLE, idle));
    }

    private FetchingSettings fetching() {
        Form<Duration> timeout = Form.duration(Duration.ofMillis(100), Duration.ofMinutes(10), "100ms … 10m");
        Form<Duration> delay = Form.duration(Duration.ZERO, Duration.ofHours(1), "0 … 1h");
        return new FetchingSettings(
                required(Variable.MILESBOT_CONTACT_URL, Form.contact()),
                required(Variable.MILESBOT_FETCH_TIMEOUT, timeout),
                required(Variable.MILESBOT_FETCH_MAX_BYTES, Form.size(1024, 1L << 30, "1KiB … 1GiB")),
                required(Variable.MILESBOT_FETCH_DELAY, delay),
                Objects.requireNonNullElse(
                        optional(Variable.MILESBOT_FETCH_ALLOW_PRIVATE, Form.hosts()), Set.<String>of()));
    }

    private WatchingSettings watching() {
        Form<Duration> freshness = Form.duration(Duration.ofHours(1), Duration.ofDays(365), "1h … 365d");
        return new WatchingSettings(
                required(Variable.MILESBOT_FRESHNESS, freshness),
                required(Variable.MILESBOT_NOTICE_AFTER, Form.count(1, 1_000)),
                optional(Variable.MILESBOT_PING_URL, Form.secretWebAddress()),
                optional(Variable.MILESBOT_METRICS_FILE, Form.file(workingDirectory, userHome)));
    }

    private KeepingSettings keeping() {
        Form<Duration> leastTime = Form.duration(Duration.ofDays(1), Duration.ofDays(3650), "1d … 3650d");
        return new KeepingSettings(
                required(Variable.MILESBOT_KEEP, leastTime),
                required(Variable.MILESBOT_CAPTURES_MAX, Form.size(1L << 24, 1L << 40, "16MiB … 1024GiB")));
    }

    private WebSettings web() {
        return new WebSettings(
                required(Variable.MILESBOT_WEB_HOST, Form.host()),
                required(Variable.MILESBOT_WEB_PORT, Form.count(0, 65_535)),
                optional(Variable.MILESBOT_WEB_URL, Form.base()),
                Objects.requireNonNullElse(optional(Variable.MILESBOT_WEB_PROXIES, Form.hosts()), Set.<String>of()),
                required(Variable.MILESBOT_WEB_RATE, Form.count(1, 1_000_000)),
                optional(Variable.MILESBOT_ADMIN_PASSWORD, Form.password()));
    }

    private ScoreRule score() {
        Form<Duration> halfLife = Form.duration(Duration.ofMinutes(1), Duration.ofDays(365), "1m … 365d");
        return new ScoreRule(
                required(Variable.MILESBOT_SCORE_WEIGHTS, Form.weights()),
                required(Variable.MILESBOT_SCORE_HALF_LIFE, halfLife));
    }

    private OutputSettings output() {
        String byDefault = OutputSettings.languageOf(environment).getLanguage();
        Locale language = required(Variable.MILESBOT_LANG, byDefault, Form.language());
        return new OutputSettings(language, optional(Variable.NO_COLOR, Form.anything()) != null);
    }

    private Map<String, String> pluginSettings() {
        Map<String, String> own = new HashMap<>();
        layers.pluginSettings().forEach((name, entry) -> {
            own.put(name, entry.value());
            Text description = Text.of(Settings.class, "description.plugin");
            // Only the plug-in knows which of its settings are secret.
            shown.add(new Shown(name, HIDDEN, entry.origin(), entry.from(), description));
        });
        return own;
    }

    private Form<Path> folder() {
        return Form.folder(workingDirectory, userHome);
    }

    private <T> T required(Variable variable, Form<T> form) {
        return required(variable, Objects.requireNonNull(variable.byDefault(), variable.name()), form);
    }

    private <T> T required(Variable variable, String byDefault, Form<T> form) {
        T value = read(variable, byDefault, form);
        return value != null ? value : Objects.requireNonNull(form.parser().parse(byDefault), variable.name());
    }

    private <T> @Nullable T optional(Variable variable, Form<T> form) {
        return read(variable, null, form);
    }

    private <T> @Nullable T read(Variable variable, @Nullable String byDefault, Form<T> form) {
        Entry entry = layers.find(variable);
        if (entry == null) {
            show(variable, byDefault, Origin.DEFAULT, Text.of(Settings.class, "from.default"));
            return null;
        }
        T value = form.parser().parse(entry.value().strip());
        if (value == null) {
            mistakes.add(mistake(variable, entry, form.expected()));
            return null;
        }
        String visible =
                variable.isSecret() ? value.toString() : value instanceof Path ? value.toString() : entry.value();
        show(variable, visible, entry.origin(), entry.from());
        return value;
    }

    private void show(Variable variable, @Nullable String value, Origin origin, Text from) {
        Text description = Settings.description(variable.name());
        shown.add(new Shown(variable.name(), value, origin, from, description));
    }

    private static Text mistake(Variable variable, Entry entry, Text expected) {
        String value = variable.isSecret()
                ? HIDDEN
                : Quoted.of(IN_AN_ADDRESS.matcher(entry.value()).replaceAll(HIDDEN));
        return Text.of(Settings.class, "mistake", variable.name(), entry.from(), value, expected, variable.example());
    }
}
