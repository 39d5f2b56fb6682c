package org.milesbot.cli.metrics;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.store.db.PoolFigures;
import org.milesbot.store.metric.MetricLog;
import org.milesbot.store.metric.Total;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;
import org.milesbot.store.run.Visit;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceStates;
import org.milesbot.store.source.Visited;
import org.milesbot.store.source.WatchRules;
import org.milesbot.store.testing.TestDatabase;

/** A database in which something of everything has happened. */
final class MeasuredInstallation implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final TestDatabase test = TestDatabase.migrated();

    TestDatabase database() {
        return test;
    }

    void run(String sql) {
        test.database().with(open -> open.execute(sql));
    }

    StoreWatch watch() {
        return new StoreWatch(test::another, Clock.fixed(NOON, Zones.SAO_PAULO));
    }

    /** A scrape as the pipeline does it: the visit's state, then the run. */
    void scrape(String plugin, String sourceClass, Instant at, String outcome, boolean isFailed) {
        Runs runs = new Runs(test.database());
        long run = runs.begin("scrape", plugin, at.minusSeconds(3));
        String source = plugin + "_one";
        var visited = new Visited(
                new SourceKey(plugin, source),
                new CheckInterval(Duration.ofMinutes(10), Duration.ofHours(2)),
                at,
                outcome,
                isFailed,
                null,
                null);
        var watched = new SourceStates(test.database(), WatchRules.of(2)).record(visited);
        Instant next = Objects.requireNonNull(watched.state().visit()).nextCheck();
        Visit visit = Visit.of(sourceClass, at, outcome, next, Map.of("new_items", 2L, "pages", 1L), 2_000);
        RunEnd end = RunEnd.of(
                at,
                isFailed ? RunOutcome.FAILED : RunOutcome.OK,
                Map.of("announcements", 20L, "new", 1L, "sources", 1L),
                2_000,
                null);
        runs.end(run, end.with(Map.of(source, visit)));
    }

    /** Something of everything. */
    void fill() {
        scrape("blogs", "blog", NOON.minusSeconds(600), "read", false);
        scrape("banks", "official", NOON.minusSeconds(900), "unreadable", true);
        Runs runs = new Runs(test.database());
        job(runs, "notify", Map.of("messages", 7L, "slowed_down", 1L));
        job(runs, "dedupe", Map.of("created", 3L, "ended", 1L));
        job(runs, "forecast", Map.of());
        run("insert into event_cursor values ('notify', 0)");
        run("""
                insert into promo (id, fingerprint, kind, program, origins, tiers, evidence, source_name, provenance, title,
                    src_url, published_at, date_suspect, fetched_at, first_seen, last_seen)
                values (gen_random_uuid(), sha256('x'), 'transfer_bonus', 'smiles', '{livelo}', '[]', '{}', 'blog', 'blog',
                    'title', 'https://www.example.org', '2026-11-20', false, now(), now(), now())
                """);
        run("""
                insert into alert (user_id, created_at, due_at, loud, urgent, state, reason)
                values (1, now(), timestamptz '2026-11-20T11:59:00Z', true, false, 'due', 'created'),
                    (2, now(), now(), true, false, 'dead', 'created')
                """);
        test.database().useTransaction(open -> {
            MetricLog.countAlerts(open, "sent", List.of("created", "created", "raised"));
            MetricLog.countAlerts(open, "dead", List.of("created"));
        });
        run("insert into llm_month (month, calls, tokens_in, tokens_out) values ('2026-11-01', 2, 500, 70)");
        new MetricLog(test.database())
                .keepForecastScores(List.of(
                        new Total("scored", List.of("programs", "7"), 40),
                        new Total("brier", List.of("programs", "7", "hedged_gamma_poisson"), 0.11),
                        new Total("brier", List.of("programs", "7", "climatology"), 0.12)));
    }

    private static void job(Runs runs, String job, Map<String, Long> counts) {
        Instant at = NOON.minusSeconds(60);
        runs.end(runs.begin(job, null, at), RunEnd.of(at.plusSeconds(2), RunOutcome.OK, counts, 0, null));
    }

    /** What {@code serve} would tell of it. */
    String served() {
        return served(null);
    }

    String served(@Nullable String accept) {
        try (StoreWatch watch = watch()) {
            Metrics metrics = Metrics.ofServer(watch, 10_000_000);
            metrics.tellOf(() -> new PoolFigures(8, 2, 3, 0));
            WebRecorder web = metrics.web("/promo/{id}"::equals);
            web.begin().end("/promo/{id}", 200);
            web.begin().end("/wp-login.php", 404);
            web.begin();
            web.cached(true);
            web.rateLimited();
            return text(metrics.exposition(accept));
        }
    }

    static String text(Exposition exposition) {
        return new String(exposition.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        test.close();
    }
}
