package org.milesbot.cli.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting that milesbot knows, under the name that people write, in the order they are listed. */
enum Variable {
    MILESBOT_HOME(null, "/var/lib/milesbot"),
    MILESBOT_PLUGINS_DIR(null, "/var/lib/milesbot/plugins"),
    PLUGINS_ENABLED(null, "bonuses_smiles,blogs"),
    DATABASE_URL(null, "postgresql://milesbot:password@localhost:5432/milesbot"),
    REDIS_URL(null, "redis://localhost:6379/0"),
    TELEGRAM_BOT_TOKEN(null, "123456789:AAExample"),
    OPENAI_API_KEY(null, "sk-example"),
    MILESBOT_AI_URL("https://api.openai.com/v1", "http://localhost:11434/v1"),
    MILESBOT_AI_MODEL("gpt-4.1-mini", "gpt-4.1-mini"),
    MILESBOT_AI_DAILY("150000", "150000"),
    MILESBOT_AI_MONTHLY("10000000", "10000000"),
    MILESBOT_TELEGRAM_URL("https://api.telegram.org", "http://localhost:8081"),
    MILESBOT_OPERATOR_CHAT(null, "123456789"),
    MILESBOT_OPERATORS(null, "123456789,987654321"),
    MILESBOT_SEND_RATE("30", "30"),
    MILESBOT_SEND_LEASE("2m", "2m"),
    MILESBOT_WELCOME("5", "5"),
    MILESBOT_SCHEMA("milesbot", "milesbot"),
    MILESBOT_POSTGRES_BIN(null, "/usr/lib/postgresql/17/bin"),
    MILESBOT_POSTGRES_PORT("auto", "54329"),
    MILESBOT_DATABASE_IDLE("60m", "60m"),
    MILESBOT_CONTACT_URL("https://github.com/milesbot/milesbot", "https://example.org/contact"),
    MILESBOT_FETCH_TIMEOUT("30s", "30s"),
    MILESBOT_FETCH_MAX_BYTES("5MiB", "5MiB"),
    MILESBOT_FETCH_DELAY("2s", "2s"),
    MILESBOT_FETCH_ALLOW_PRIVATE(null, "localhost,intranet.example.org"),
    MILESBOT_FRESHNESS("7d", "7d"),
    MILESBOT_NOTICE_AFTER("3", "3"),
    MILESBOT_KEEP("90d", "90d"),
    MILESBOT_CAPTURES_MAX("2GiB", "2GiB"),
    MILESBOT_PING_URL(null, "https://hc-ping.com/00000000-0000-0000-0000-000000000000"),
    MILESBOT_METRICS_FILE(null, "/var/lib/prometheus/node-exporter/milesbot.prom"),
    MILESBOT_SCORE_WEIGHTS(
            "freshness=0.4,provenance=0.3,structure=0.2,hit_rate=0.1",
            "freshness=0.4,provenance=0.3,structure=0.2,hit_rate=0.1"),
    MILESBOT_SCORE_HALF_LIFE("3d", "3d"),
    MILESBOT_WEB_HOST("127.0.0.1", "127.0.0.1"),
    MILESBOT_WEB_PORT("8080", "8080"),
    MILESBOT_WEB_URL(null, "https://milhas.example.org"),
    MILESBOT_WEB_PROXIES(null, "127.0.0.1,10.0.0.2"),
    MILESBOT_WEB_RATE("20", "20"),
    MILESBOT_ADMIN_PASSWORD(null, "a long sentence of your own"),
    MILESBOT_LANG(null, "pt"),
    NO_COLOR(null, "1");

    static final String PREFIX = "MILESBOT_";
    static final String PLUGIN_PREFIX = "MILESBOT_PLUGIN_";
    static final String TEST_PREFIX = "MILESBOT_TEST_";
    static final String FILE_SUFFIX = "_FILE";

    private final @Nullable String byDefault;
    private final String example;

    Variable(@Nullable String byDefault, String example) {
        this.byDefault = byDefault;
        this.example = example;
    }

    /** The value where none is given, as one would write it; null if there is none or it is worked out. */
    @Nullable
    String byDefault() {
        return byDefault;
    }

    /** A right value, for whoever gave a wrong one. */
    String example() {
        return example;
    }

    boolean isSecret() {
        return switch (this) {
            case DATABASE_URL,
                    REDIS_URL,
                    TELEGRAM_BOT_TOKEN,
                    OPENAI_API_KEY,
                    MILESBOT_PING_URL,
                    MILESBOT_ADMIN_PASSWORD -> true;
            case MILESBOT_HOME,
                    MILESBOT_PLUGINS_DIR,
                    PLUGINS_ENABLED,
                    MILESBOT_SCHEMA,
                    MILESBOT_POSTGRES_BIN,
                    MILESBOT_POSTGRES_PORT,
                    MILESBOT_DATABASE_IDLE,
                    MILESBOT_CONTACT_URL,
                    MILESBOT_FETCH_TIMEOUT,
                    MILESBOT_FETCH_MAX_BYTES,
                    MILESBOT_FETCH_DELAY,
                    MILESBOT_FETCH_ALLOW_PRIVATE,
                    MILESBOT_FRESHNESS,
                    MILESBOT_AI_URL,
                    MILESBOT_AI_MODEL,
                    MILESBOT_AI_DAILY,
                    MILESBOT_AI_MONTHLY,
                    MILESBOT_TELEGRAM_URL,
                    MILESBOT_OPERATOR_CHAT,
                    MILESBOT_OPERATORS,
                    MILESBOT_SEND_RATE,
                    MILESBOT_SEND_LEASE,
                    MILESBOT_WELCOME,
                    MILESBOT_NOTICE_AFTER,
                    MILESBOT_KEEP,
                    MILESBOT_CAPTURES_MAX,
                    MILESBOT_METRICS_FILE,
                    MILESBOT_SCORE_WEIGHTS,
                    MILESBOT_SCORE_HALF_LIFE,
                    MILESBOT_WEB_HOST,
                    MILESBOT_WEB_PORT,
                    MILESBOT_WEB_URL,
                    MILESBOT_WEB_PROXIES,
                    MILESBOT_WEB_RATE,
                    MILESBOT_LANG,
                    NO_COLOR -> false;
        };
    }

    /** The variable of this name, be it the name of the value or of a secret's file. */
    static Optional<Variable> named(String name) {
        return Arrays.stream(values())
                .filter(variable -> variable.name().equals(name)
                        || (variable.isSecret() && (variable.name() + FILE_SUFFIX).equals(name)))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Variable::name).toList();
    }
}
