package org.milesbot.store.metric;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.milesbot.store.testing.TestDatabase;

/** How long a reading takes on a large installation: 100,000 promos, 200,000 alerts, 10,000 runs over six sources each. */
final class ReadingsBenchmark {

    private static final int ROUNDS = 100;
    private static final int WARM_UP = 20;

    private static final String[] FILL = {
        """
            insert into promo (id, fingerprint, kind, program, origins, tiers, start_dt, end_dt, evidence, source_name,
                provenance, title, src_url, published_at, date_suspect, fetched_at, first_seen, last_seen, state, settled_at)
            select gen_random_uuid(), sha256(cast(cast(i as text) as bytea)), 'transfer_bonus', 'smiles', '{livelo}', '[]',
                date '2026-11-21' - i / 50, date '2026-11-21' - i / 50 + 10, '{}', 'blog', 'blog', 'title', 'https://x.org',
                now(), false, now(), now(), now(), case when i < 1000 then 'active' else 'ended' end, now()
            from generate_series(0, 99999) i
            """,
        """
            insert into run (job, plugin, started_at, ended_at, outcome, counts, bytes, visits)
            select 'scrape', 'plugin_' || i % 8, timestamptz '2026-11-21' - i * interval '1 minute',
                timestamptz '2026-11-21' - i * interval '1 minute' + interval '3 seconds', 'ok',
                '{"new": 0, "failed": 0, "promos": 2, "sources": 6, "announcements": 20}', 1000,
                (select jsonb_object_agg('source_' || i % 8 || '_' || s, jsonb_build_object('class', 'blog', 'at',
                    timestamptz '2026-11-21' - i * interval '1 minute', 'outcome', 'not_modified', 'next_check',
                    timestamptz '2026-11-21'))
                 from generate_series(1, 6) s)
            from generate_series(1, 9968) i
            """,
        "select keep_metrics_of(array_agg(id)) from run",
        "update run set counted = true",
        """
            insert into run (job, plugin, started_at, ended_at, outcome, counts, bytes, visits)
            select job, plugin, started_at, ended_at, outcome, counts, bytes, visits
            from run
            limit 32
            """,
        """
            insert into source_state (plugin, source, outcome, visited_at, last_success, next_check)
            select 'plugin_' || p, 'source_' || p || '_' || s, 'read', timestamptz '2026-11-14', timestamptz '2026-11-14',
                timestamptz '2026-11-14'
            from generate_series(0, 7) p, generate_series(1, 6) s
            """,
        """
            insert into alert (user_id, created_at, due_at, loud, urgent, state, reason, detail)
            select i, now(), now(), true, false, case when i < 1000 then 'due' else 'sent' end, 'created', ''
            from generate_series(1, 200000) i
            """,
        "vacuum analyze"
    };

    private ReadingsBenchmark() {}

    /** Fills a schema and prints how long a reading takes. */
    public static void main(String[] arguments) {
        try (TestDatabase test = TestDatabase.migrated()) {
            for (String sql : FILL) {
                test.database().with(open -> open.execute(sql));
            }
            Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
            long[] micros = new long[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                Readings.of(test.database(), clock, Duration.ofSeconds(2));
                if (round >= 0) {
                    micros[round] = (System.nanoTime() - begin) / 1_000;
                }
            }
            Arrays.sort(micros);
            System.out.println("a reading takes " + micros[ROUNDS / 2] + " µs, one in twenty more than "
                    + micros[ROUNDS * 95 / 100] + " µs");
        }
    }
}
