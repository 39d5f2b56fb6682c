package org.milesbot.cli.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every series of milesbot's own, in the order in which they are documented; what the Java runtime tells of itself comes on top.
 * The names of the first four are those of the written design.
 */
public enum Series {
    SCRAPE_DURATION(
            "promo_scrape_duration_seconds",
            Type.HISTOGRAM,
            Origin.STORE,
            "How long scraping a plug-in's sources took.",
            "plugin"),
    LLM_TOKENS(
            "llm_tokens_total",
            Type.COUNTER,
            Origin.STORE,
            "Tokens sent to and had from the language model.",
            "direction"),
    ALERTS_SENT("alerts_sent_total", Type.COUNTER, Origin.STORE, "Alerts that arrived.", "reason"),
    PLUGIN_ERRORS(
            "plugin_error_total",
            Type.COUNTER,
            Origin.STORE,
            "Failures of a plug-in itself: it threw, took too long, returned nonsense or could not read a page.",
            "plugin"),

    RUNS(
            "milesbot_runs_total",
            Type.COUNTER,
            Origin.STORE,
            "Runs of jobs that have ended.",
            "command",
            "plugin",
            "outcome"),
    JOB_DURATION(
            "milesbot_job_duration_seconds",
            Type.HISTOGRAM,
            Origin.STORE,
            "How long other jobs than scrape took.",
            "command"),
    JOB_LAST_SUCCESS(
            "milesbot_job_last_success_timestamp_seconds",
            Type.GAUGE,
            Origin.STORE,
            "When the last run of a job ended that did some of its work.",
            "command",
            "plugin"),

    SOURCE_VISITS(
            "milesbot_source_visits_total",
            Type.COUNTER,
            Origin.STORE,
            "Visits to sources, by the class of the source and how they ended.",
            "class",
            "outcome"),
    SOURCE_LAST_SUCCESS(
            "milesbot_source_last_success_timestamp_seconds",
            Type.GAUGE,
            Origin.STORE,
            "When a visit to the source last went well.",
            "plugin",
            "source",
            "class"),
    CLASS_LAST_SUCCESS(
            "milesbot_source_class_last_success_timestamp_seconds",
            Type.GAUGE,
            Origin.STORE,
            "When a visit to any source of the class last went well.",
            "class"),
    SOURCE_FAILURES(
            "milesbot_source_consecutive_failures",
            Type.GAUGE,
            Origin.STORE,
            "Visits in a row that came to nothing.",
            "plugin",
            "source"),
    SOURCE_TROUBLE(
            "milesbot_source_trouble",
            Type.GAUGE,
            Origin.STORE,
            "Whether the source is in a trouble that the operator was told of.",
            "plugin",
            "source",
            "trouble"),
    FETCHED_BYTES("milesbot_fetched_bytes_total", Type.COUNTER, Origin.STORE, "Bytes fetched from sources.", "plugin"),
    ITEMS_FOUND(
            "milesbot_items_found_total", Type.COUNTER, Origin.STORE, "Items on the pages that were read.", "plugin"),
    ITEMS_NEW(
            "milesbot_items_new_total", Type.COUNTER, Origin.STORE, "Items that had not been there before.", "plugin"),
    PROMOS_NEW("milesbot_promos_new_total", Type.COUNTER, Origin.STORE, "Promos that were not known before.", "plugin"),

    CAMPAIGNS("milesbot_campaigns", Type.GAUGE, Origin.STORE, "Campaigns that are kept; from 10000 on, roughly."),
    CAMPAIGNS_OPEN("milesbot_campaigns_open", Type.GAUGE, Origin.STORE, "Campaigns that are open today.", "kind"),
    SIGHTINGS("milesbot_sightings", Type.GAUGE, Origin.STORE, "Sightings that are kept; from 10000 on, roughly."),
    SIGHTINGS_UNSETTLED(
            "milesbot_sightings_unsettled", Type.GAUGE, Origin.STORE, "What waits for dedupe to settle it."),
    EVENTS("milesbot_events_total", Type.COUNTER, Origin.STORE, "What happened to campaigns.", "kind"),
    EVENTS_UNMATCHED(
            "milesbot_events_unmatched",
            Type.GAUGE,
            Origin.STORE,
            "Events that wait for notify to match them with people."),

    OUTBOX("milesbot_outbox_alerts", Type.GAUGE, Origin.STORE, "Alerts that are not sent, by state.", "state"),
    OUTBOX_OLDEST(
            "milesbot_outbox_oldest_due_age_seconds",
            Type.GAUGE,
            Origin.STORE,
            "For how long the alert has been due that has been due longest; 0 if none is."),
    ALERTS_ENDED(
            "milesbot_alerts_unsent_total",
            Type.COUNTER,
            Origin.STORE,
            "Alerts that ended without being sent: expired, or dead.",
            "state",
            "reason"),
    MESSAGES_SENT("milesbot_messages_sent_total", Type.COUNTER, Origin.STORE, "Messages that arrived."),
    SLOWDOWNS(
            "milesbot_telegram_slowdowns_total",
            Type.COUNTER,
            Origin.STORE,
            "How often Telegram asked us to send more slowly."),
    BOT_UPDATES(
            "milesbot_bot_updates_waiting",
            Type.GAUGE,
            Origin.STORE,
            "What people said to the bot and it has not dealt with yet."),

    FORECAST_BRIER(
            "milesbot_forecast_brier_score",
            Type.GAUGE,
            Origin.STORE,
            "The mean squared error of the forecasts of the last 365 days that have come due; less is better.",
            "series",
            "horizon_days",
            "method"),
    FORECAST_SCORED(
            "milesbot_forecast_scored",
            Type.GAUGE,
            Origin.STORE,
            "How many forecasts that score rests on.",
            "series",
            "horizon_days"),

    LLM_CALLS("milesbot_llm_calls_total", Type.COUNTER, Origin.STORE, "Questions to the language model."),
    LLM_MONTH(
            "milesbot_llm_month_tokens",
            Type.GAUGE,
            Origin.STORE,
            "Tokens that are used or set aside this month, in America/Sao_Paulo."),
    LLM_MONTH_LIMIT(
            "milesbot_llm_month_tokens_limit",
            Type.GAUGE,
            Origin.ALWAYS,
            "How many tokens a month may use; MILESBOT_AI_MONTHLY."),

    DATABASE_UP(
            "milesbot_database_up",
            Type.GAUGE,
            Origin.ALWAYS,
            "Whether the database answered with what is read of it."),
    DATABASE_BYTES("milesbot_database_size_bytes", Type.GAUGE, Origin.STORE, "The size of the database on disk."),
    SCHEMA_VERSION("milesbot_schema_version", Type.GAUGE, Origin.STORE, "The version of the database's schema."),
    SCHEMA_KNOWN(
            "milesbot_schema_version_known",
            Type.GAUGE,
            Origin.ALWAYS,
            "The version of the schema that this milesbot needs."),
    POOL(
            "milesbot_database_pool_connections",
            Type.GAUGE,
            Origin.SERVE,
            "Connections to the database that serve holds, by state.",
            "state"),
    POOL_WAITING(
            "milesbot_database_pool_waiting",
            Type.GAUGE,
            Origin.SERVE,
            "Requests that wait for a connection to the database."),
    POOL_LIMIT(
            "milesbot_database_pool_connections_limit",
            Type.GAUGE,
            Origin.SERVE,
            "How many connections serve may hold."),
    READ_SECONDS(
            "milesbot_metrics_read_seconds",
            Type.GAUGE,
            Origin.STORE,
            "How long reading all this from the database took."),
    BUILD("milesbot_build_info", Type.INFO, Origin.ALWAYS, "Which milesbot this is; always 1.", "version"),

    HTTP_REQUESTS(
            "milesbot_http_requests_total",
            Type.COUNTER,
            Origin.SERVE,
            "Requests that were answered, by route and class of status.",
            "route",
            "status"),
    HTTP_DURATION(
            "milesbot_http_request_duration_seconds",
            Type.HISTOGRAM,
            Origin.SERVE,
            "How long answering took.",
            "route"),
    HTTP_IN_FLIGHT("milesbot_http_requests_in_flight", Type.GAUGE, Origin.SERVE, "Requests that are being answered."),
    HTTP_RATE_LIMITED(
            "milesbot_http_rate_limited_total",
            Type.COUNTER,
            Origin.SERVE,
            "Requests that were refused for being too many."),
    HTTP_CACHE(
            "milesbot_http_cache_requests_total",
            Type.COUNTER,
            Origin.SERVE,
            "Requests that could be answered from the cache, and whether they were.",
            "result");

    /** What kind of figure it is. */
    public enum Type {
        /** Only grows. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** Counts by size. */
        HISTOGRAM,
        /** Tells by its labels. */
        INFO
    }

    /** Where it comes from, and so when it is there. */
    public enum Origin {
        /** From the database, while that answers. */
        STORE,
        /** From any process. */
        ALWAYS,
        /** From {@code milesbot serve}, about itself. */
        SERVE
    }

    private final String full;
    private final Type type;
    private final Origin origin;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // A list of List.of.
    private final List<String> labels;

    Series(String full, Type type, Origin origin, String help, String... labels) {
        this.full = full;
        this.type = type;
        this.origin = origin;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** Its whole name, as Prometheus has it. */
    public String full() {
        return full;
    }

    /** What kind of figure it is. */
    public Type type() {
        return type;
    }

    /** Where it comes from. */
    public Origin origin() {
        return origin;
    }

    /** What it tells, in one English sentence. */
    public String help() {
        return help;
    }

    /** The names of its labels. */
    public List<String> labels() {
        return labels;
    }

    /** The name without what a counter's or an info's name ends in. */
    String base() {
        return switch (type) {
            case COUNTER -> full.substring(0, full.length() - "_total".length());
            case INFO -> full.substring(0, full.length() - "_info".length());
            case GAUGE, HISTOGRAM -> full;
        };
    }

    /** The series whose samples have this name. */
    public static Optional<Series> ofSample(String sample) {
        return Arrays.stream(values())
                .filter(series -> series.full.equals(sample)
                        || (series.type == Type.HISTOGRAM && sample.matches(series.full + "_(bucket|sum|count)")))
                .findFirst();
    }
}
