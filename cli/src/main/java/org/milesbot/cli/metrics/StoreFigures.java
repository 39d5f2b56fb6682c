package org.milesbot.cli.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.milesbot.store.alert.Reason;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.metric.Readings;
import org.milesbot.store.metric.Total;
import org.milesbot.store.source.Trouble;

/** Makes series of what was read of the database. */
final class StoreFigures {

    /** Of the buckets that durations are put into where they are counted. */
    static final List<Double> BOUNDS = List.of(0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0);

    private static final String SCRAPE = "scrape";

    /** Those that are told as they are kept, with the same labels. */
    private static final Map<String, Series> AS_KEPT = Map.ofEntries(
            Map.entry("alerts_sent", Series.ALERTS_SENT),
            Map.entry("alerts_waiting", Series.OUTBOX),
            Map.entry("bot_updates", Series.BOT_UPDATES),
            Map.entry("database_bytes", Series.DATABASE_BYTES),
            Map.entry("events_unmatched", Series.EVENTS_UNMATCHED),
            Map.entry("forecast_brier", Series.FORECAST_BRIER),
            Map.entry("forecast_scored", Series.FORECAST_SCORED),
            Map.entry("llm_calls", Series.LLM_CALLS),
            Map.entry("llm_month", Series.LLM_MONTH),
            Map.entry("llm_tokens", Series.LLM_TOKENS),
            Map.entry("new_items", Series.ITEMS_NEW),
            Map.entry("plugin_errors", Series.PLUGIN_ERRORS),
            Map.entry("promos", Series.CAMPAIGNS),
            Map.entry("promos_open", Series.CAMPAIGNS_OPEN),
            Map.entry("run_success_at", Series.JOB_LAST_SUCCESS),
            Map.entry("runs", Series.RUNS),
            Map.entry("sightings", Series.SIGHTINGS),
            Map.entry("unsettled", Series.SIGHTINGS_UNSETTLED),
            Map.entry("visits", Series.SOURCE_VISITS));

    private final Figures figures;
    private final Instant at;

    private StoreFigures(Figures figures, Instant at) {
        this.figures = figures;
        this.at = at;
    }

    static void add(Figures figures, Readings readings) {
        StoreFigures store = new StoreFigures(figures, readings.at());
        store.zeros();
        readings.totals().forEach(store::add);
        readings.standing().forEach(store::add);
        WatchedSource.of(readings).forEach(store::add);
    }

    /** What has not happened yet is told, too, so that its first time is seen as one. */
    private void zeros() {
        for (Reason reason : Reason.values()) {
            figures.add(Series.ALERTS_SENT, 0, reason.slug());
        }
        for (EventKind kind : EventKind.values()) {
            figures.add(Series.EVENTS, 0, kind.slug());
        }
        figures.add(Series.OUTBOX, 0, "due").add(Series.OUTBOX, 0, "failed");
        figures.add(Series.OUTBOX_OLDEST, 0).add(Series.MESSAGES_SENT, 0).add(Series.SLOWDOWNS, 0);
    }

    private void add(Total total) {
        Series asKept = AS_KEPT.get(total.name());
        List<String> labels = total.labels();
        if (asKept != null) {
            figures.add(asKept, total.value(), labels.toArray(String[]::new));
        } else if (total.name().equals("oldest_due_at")) {
            figures.raise(Series.OUTBOX_OLDEST, Math.max(0, at.getEpochSecond() - total.value()));
        } else if (total.name().equals("alerts_expired") || total.name().equals("alerts_dead")) {
            figures.add(Series.ALERTS_ENDED, total.value(), total.name().substring("alerts_".length()), labels.get(0));
        } else if (total.name().startsWith("run_")) {
            addOfRun(total, labels.get(0), labels.get(1));
        }
    }

    private void addOfRun(Total total, String job, String plugin) {
        boolean isScrape = job.equals(SCRAPE);
        Series duration = isScrape ? Series.SCRAPE_DURATION : Series.JOB_DURATION;
        String label = isScrape ? plugin : job;
        switch (total.name()) {
            case "run_bucket" -> {
                double bound = bound(total.labels().get(2));
                figures.addToBucket(duration, BOUNDS, bound, Math.round(total.value()), label);
            }
            case "run_seconds" -> {
                figures.addToSum(duration, BOUNDS, total.value(), label);
                if (isScrape) {
                    zeros(plugin);
                }
            }
            case "run_bytes" -> figures.add(Series.FETCHED_BYTES, total.value(), plugin);
            case "run_count" -> addCount(job, plugin, total.labels().get(2), total.value());
            default -> throw new IllegalStateException("no such total: " + total.name());
        }
    }

    private void zeros(String plugin) {
        List.of(Series.PLUGIN_ERRORS, Series.FETCHED_BYTES, Series.ITEMS_FOUND, Series.ITEMS_NEW, Series.PROMOS_NEW)
                .forEach(series -> figures.add(series, 0, plugin));
    }

    private static double bound(String words) {
        return words.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(words);
    }

    private void addCount(String job, String plugin, String count, double value) {
        switch (job + "." + count) {
            case "scrape.announcements" -> figures.add(Series.ITEMS_FOUND, value, plugin);
            case "scrape.new" -> figures.add(Series.PROMOS_NEW, value, plugin);
            case "notify.messages" -> figures.add(Series.MESSAGES_SENT, value);
            case "notify.slowed_down" -> figures.add(Series.SLOWDOWNS, value);
            case "dedupe.created", "dedupe.raised", "dedupe.extended", "dedupe.ending", "dedupe.ended" ->
                figures.add(Series.EVENTS, value, count);
            default -> {
                // Kept with the run, and no series of its own.
            }
        }
    }

    private void add(WatchedSource source) {
        String plugin = source.key().plugin();
        String name = source.key().source();
        Instant success = source.state().lastSuccess();
        if (success != null) {
            double seconds = success.toEpochMilli() / 1_000.0;
            figures.add(Series.SOURCE_LAST_SUCCESS, seconds, plugin, name, source.sourceClass());
            figures.raise(Series.CLASS_LAST_SUCCESS, seconds, source.sourceClass());
        }
        figures.add(Series.SOURCE_FAILURES, source.state().failures(), plugin, name);
        for (Trouble trouble : Trouble.values()) {
            boolean isIn =
                    source.state().trouble() == trouble && !source.state().muted();
            figures.add(
                    Series.SOURCE_TROUBLE,
                    isIn ? 1 : 0,
                    plugin,
                    name,
                    trouble.name().toLowerCase(Locale.ROOT));
        }
    }
}
