package org.milesbot.store.dedupe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.milesbot.api.Zones;
import org.milesbot.store.db.Database;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;
import org.postgresql.PGConnection;

/**
 * Measures how long it takes to settle many sightings anew, and to settle a few new ones beside them; each also against
 * COPYing the same rows into the same table.
 */
final class DedupeBenchmark {

    private static final Instant NOW =
            InventedSightings.LAST_DAY.atTime(23, 0).atZone(Zones.SAO_PAULO).toInstant();
    private static final int ROUNDS = 5;
    private static final int NEW = 1_000;

    private final Database database;
    private final InventedSightings invented;
    private final int campaigns;
    private final int each;

    private DedupeBenchmark(Database database, int campaigns, int each) {
        this.database = database;
        this.campaigns = campaigns;
        this.each = each;
        this.invented = new InventedSightings(each);
    }

    /** Arguments: how many campaigns, and how many sightings each. */
    public static void main(String[] arguments) {
        int campaigns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        try (TestDatabase test = TestDatabase.migrated()) {
            new DedupeBenchmark(test.database(), campaigns, each).run();
        }
    }

    private void run() {
        System.out.printf(
                Locale.ROOT,
                "heap of at most %,d MB%n%n| what | seconds | of COPYing the same rows |%n|---|---|---|%n",
                Runtime.getRuntime().maxMemory() >> 20);
        int old = campaigns - NEW / each;
        double copied = copy(0, old);
        database.with(open -> open.execute("analyze sighting"));
        Dedupe dedupe = new Dedupe(database, Duration.ofDays(7), ScoreRule.DEFAULT);
        double first = seconds(() -> dedupe.rebuild(NOW, true, settled -> {}));
        print("COPY of %,d sightings of %,d campaigns".formatted((long) old * each, old), copied, copied);
        print("first settling of them all, %,d promos found".formatted(count("promo")), first, copied);
        database.with(open -> open.execute("analyze"));
        print("settling them all anew, unchanged", seconds(() -> dedupe.rebuild(NOW, true, settled -> {})), copied);
        few(dedupe, old);
    }

    /** New ones, again and again: what was added is taken away in between. */
    private void few(Dedupe dedupe, int old) {
        double[] copies = new double[ROUNDS];
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            copies[i] = copy(old, campaigns);
            queue();
            times[i] = seconds(() -> dedupe.settle(NOW, true, settled -> {}));
            database.useTransaction(open -> {
                open.execute("delete from sighting where announcement in (select announcement from added)");
                open.execute(
                        "insert into unsettled (fingerprint, day, kind, program) select fingerprint, day, kind, program from added_fingerprint");
            });
            dedupe.settle(NOW, true, settled -> {});
        }
        Arrays.sort(copies);
        Arrays.sort(times);
        print("settling %,d new ones, median of %d".formatted(NEW, ROUNDS), times[ROUNDS / 2], copies[ROUNDS / 2]);
    }

    /** As scraping leaves them: queued, each fingerprint with a promo of its own. */
    private void queue() {
        database.useTransaction(open -> {
            open.execute("drop table if exists added, added_fingerprint");
            open.execute("create table added as select announcement, fingerprint, published_at, kind, program"
                    + " from sighting where split_part(announcement, '-', 1)::int >= "
                    + (campaigns - NEW / each));
            open.execute("create table added_fingerprint as select distinct fingerprint,"
                    + " cast(published_at at time zone 'America/Sao_Paulo' as date) as day, kind, program from added");
            open.execute(
                    "insert into unsettled (fingerprint, day, kind, program) select fingerprint, day, kind, program from added_fingerprint");
            open.execute("""
                    insert into promo (
                        id, fingerprint, kind, program, origins, bonus_pct, base_pct, tiers, start_dt, end_dt, evidence,
                        source_name, provenance, title, src_url, published_at, date_suspect, fetched_at, first_seen,
                        last_seen)
                    select distinct on (fingerprint) cast(encode(substr(fingerprint, 1, 16), 'hex') as uuid),
                        fingerprint, kind, program, origins, bonus_pct, base_pct, tiers, start_dt, end_dt, evidence,
                        source_name, provenance, title, src_url, published_at, date_suspect, last_seen, first_seen,
                        last_seen
                    from sighting
                    where fingerprint in (
                        select fingerprint from added_fingerprint
                        except
                        select fingerprint from promo_fingerprint)
                    order by fingerprint, number
                    """);
            open.execute("""
                    insert into promo_fingerprint (fingerprint, promo_id)
                    select fingerprint, id
                    from promo
                    where settled_at is null
                    """);
        });
    }

    /** Seconds that the server takes for the rows, without the time that it takes to invent them. */
    private double copy(int from, int to) {
        try {
            Path file = Files.createTempFile("milesbot-bench", ".tsv");
            try {
                write(file, from, to);
                return seconds(() -> copy(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, int from, int to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = from; i < to; i++) {
                out.write(invented.campaign(i, campaigns));
            }
        }
    }

    private void copy(Path file) {
        database.with(open -> {
            try (InputStream in = Files.newInputStream(file)) {
                return open.getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy sighting (" + InventedSightings.COLUMNS + ") from stdin", in);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long count(String table) {
        return database.with(open -> open.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, double seconds, double copied) {
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.1f |%n", what, seconds, seconds / copied);
    }
}
