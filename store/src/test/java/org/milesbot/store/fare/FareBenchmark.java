package org.milesbot.store.fare;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.alert.FareMatches;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Migrations;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedSettings;
import org.milesbot.store.testing.TestServer;

/**
 * How long it takes to read the history of a route and what it usually costs, among many prices; and how much room and time
 * other ways to keep them would take: without an index on the route but with one on blocks of time (BRIN), with an index that
 * does not hold the rest of a row, and in partitions of a month. Then to how many questions the routes of many people come, and how long it takes to store
 * what those questions may be answered with and to find out whom to tell.
 */
final class FareBenchmark {

    private static final int ROUTES = 400;
    private static final int DAYS = 400;
    private static final int WATCHED = 10_000;
    private static final int READS = 200;
    private static final int READS_OF_SLOW = 5;
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    /** Prices of all routes in the order in which they would have been seen: each day some of each route. */
    private static final String PRICES = """
            insert into fare_price (route_id, travel_day, seen_at, miles, taxes_brl, seats, stops, provider)
            select route, date '2026-03-01' + (hash % 365),
                timestamptz '2026-11-20 15:00Z' - interval '400 days' + day * interval '1 day' + (hash % 86400) * interval '1 second',
                30000 + hash % 170000, 35.50 + hash % 400, 1 + hash % 9, hash % 3, 'partner'
            from generate_series(cast(:first as integer), cast(:last as integer)) as day
            cross join generate_series(1, 400) as route
            cross join generate_series(1, cast(:each as integer)) as copy
            cross join lateral (select abs(hashint8(day * 1000000 + route * 1000 + copy) / 2) as hash offset 0) hashed
            order by day, hash
            """;

    private static final String TABLE = """
            create table fare_price (route_id integer not null, travel_day date not null, seen_at timestamptz not null,
                miles bigint not null, taxes_brl numeric, seats integer, stops integer, provider text not null)
            """;

    private static final Map<String, String> CITIES = Map.of(
            "GRU", "SAO", "CGH", "SAO", "VCP", "SAO", "GIG", "RIO", "SDU", "RIO", "JFK", "NYC", "EWR", "NYC", "LHR",
            "LON", "CDG", "PAR", "ORY", "PAR");
    private static final List<String> PROGRAMS = List.of("smiles", "latam_pass", "azul", "tap", "aeroplan");
    private static final List<String> ORIGINS =
            List.of("GRU", "VCP", "GIG", "BSB", "CNF", "REC", "SSA", "FOR", "POA", "CWB");
    private static final List<String> DESTINATIONS = List.of(
            "LIS", "MAD", "CDG", "LHR", "FCO", "FRA", "MIA", "JFK", "MCO", "EZE", "SCL", "BOG", "LIM", "MEX", "CUN",
            "NRT", "DXB", "JNB", "OPO", "BCN");

    private final Database database;
    private final int each;

    private FareBenchmark(Database database, int prices) {
        this.database = database;
        each = (prices + ROUTES * DAYS - 1) / (ROUTES * DAYS);
    }

    /** Arguments: how many prices; {@code compare} to measure other ways to keep them, too, which takes long. */
    public static void main(String[] arguments) {
        int prices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        Path folder = Path.of("target", "fare-bench", "postgres").toAbsolutePath();
        EmbeddedSettings settings =
                new EmbeddedSettings(folder, null, TestServer.binariesJar(), 0, Duration.ofHours(1));
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(settings);
                Database database = Database.open(postgres.start(), Database.SCHEMA)) {
            new Migrations(database).ensureCurrent();
            FareBenchmark benchmark = new FareBenchmark(database, prices);
            benchmark.history(arguments.length > 1);
            benchmark.watched(WATCHED);
            benchmark.seen();
        }
    }

    private void history(boolean compare) {
        run("""
                insert into fare_route (program, origin, dest, cabin)
                select 'smiles', 'A' || chr(65 + r / 26) || chr(65 + r % 26), 'ZZZ', 'business'
                from generate_series(0, 399) as r
                where not exists (select from fare_route)
                """);
        System.out.printf(
                Locale.ROOT,
                "%,d prices of %d routes, seen on %d days%n%n| kept | written, s | table, MB | indexes, MB "
                        + "| history of a route and 30 days, p50 / p95 ms | statistics of a route, p50 / p95 ms |%n"
                        + "|---|---|---|---|---|---|%n",
                (long) each * ROUTES * DAYS,
                ROUTES,
                DAYS);
        boolean isKept = number("select count(*) from fare_price") == (long) each * ROUTES * DAYS;
        if (!isKept) {
            run("truncate fare_price");
        }
        measure("as it is", READS, isKept ? 0 : written());
        if (compare) {
            other("with an index of blocks of time (BRIN)", READS_OF_SLOW, "", "using brin (seen_at)");
            other("with an index that does not hold the rest", READS, "", "(route_id, travel_day, seen_at)");
            other(
                    "in partitions of a month",
                    READS,
                    " partition by range (seen_at)",
                    "(route_id, travel_day, seen_at) include (miles, taxes_brl, seats, stops, provider)");
        }
    }

    private void other(String name, int reads, String partitioned, String index) {
        run("alter table fare_price rename to kept_prices");
        run(TABLE + partitioned);
        for (int month = 0; month < 15 && !partitioned.isEmpty(); month++) {
            LocalDate from = LocalDate.of(2025, 10, 1).plusMonths(month);
            run("create table fare_price_%d partition of fare_price for values from ('%s') to ('%s')"
                    .formatted(month, from, from.plusMonths(1)));
        }
        run("create index on fare_price " + index);
        measure(name, reads, written());
        run("drop table fare_price");
        run("alter table kept_prices rename to fare_price");
    }

    private void measure(String name, int reads, double written) {
        run("vacuum analyze fare_price");
        Fares fares = new Fares(database);
        double[] history = millis(reads, i -> {
            LocalDate from = FIRST_DAY.plusDays(i * 7L % 330);
            fares.history(route(i), from, from.plusDays(29));
        });
        double[] statistics = millis(reads, i -> fares.statistics(route(i), null, NOW));
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %,d | %,d | %.1f / %.1f | %.1f / %.1f |%n",
                name,
                written,
                megabytes("pg_table_size"),
                megabytes("pg_indexes_size"),
                history[reads / 2],
                history[reads * 95 / 100],
                statistics[reads / 2],
                statistics[reads * 95 / 100]);
    }

    /** Some days at a time, so that no statement takes too long. */
    private double written() {
        return seconds(() -> {
            for (int day = 0; day < DAYS; day += 20) {
                int first = day;
                database.with(open -> open.createUpdate(PRICES)
                        .bind("each", each)
                        .bind("first", first)
                        .bind("last", first + 19)
                        .execute());
            }
        });
    }

    private static FareRoute route(int number) {
        int route = number * 37 % ROUTES;
        String origin = "A" + (char) ('A' + route / 26) + (char) ('A' + route % 26);
        return new FareRoute(new ProgramId("smiles"), origin, "ZZZ", Cabin.BUSINESS);
    }

    private long megabytes(String function) {
        return number("select sum(" + function + "(oid)) / 1048576 from pg_class where relkind = 'r'"
                + " and relname like 'fare\\_price%' and relnamespace = cast('" + Database.SCHEMA
                + "' as regnamespace)");
    }

    private long number(String sql) {
        return database.with(
                open -> open.createQuery(sql).mapTo(BigDecimal.class).one().longValue());
    }

    /** Ten thousand routes as people write them: few origins, some destinations, a month or two, sometimes a cabin. */
    private void watched(int routes) {
        run("delete from fare_notice");
        run("delete from app_user");
        run("delete from fare_query");
        run("insert into app_user (telegram_id, created_at) select i, now() from generate_series(1, %d) as i"
                .formatted(routes / 2));
        database.with(open -> open.createUpdate("""
                insert into user_route (user_id, origins, dests, cabin, travel_from, travel_to)
                select (select max(id) from app_user) - (i - 1) / 2,
                    array[(array['SAO', 'GRU', 'VCP', 'RIO', 'GIG', 'BSB', 'CNF', 'REC'])[1 + abs(hashint8(i)) % 8]],
                    array[(array['LIS', 'MAD', 'PAR', 'LON', 'ROM', 'FRA', 'MIA', 'NYC', 'ORL', 'BUE', 'SCL', 'BOG', 'LIM', 'MEX',
                        'CUN', 'TYO', 'DXB', 'JNB', 'OPO', 'BCN'])[1 + cast(floor(20 * power(abs(hashint8(i + 7)) / 2147483648.0, 2)) as integer)]],
                    (array['business', null, null, 'economy'])[1 + abs(hashint8(i + 1)) % 4],
                    date '2026-12-01' + abs(hashint8(i + 2)) % 300,
                    date '2026-12-01' + abs(hashint8(i + 2)) % 300 + abs(hashint8(i + 3)) % 45
                from generate_series(1, cast(:routes as integer)) as i
                """).bind("routes", routes).execute());
        WatchedRoutes all = new WatchedRoutes(database, CITIES);
        LocalDate today = LocalDate.of(2026, 11, 20);
        double[] taken = millis(20, i -> all.wanted(List.of(), List.of(), today, 12));
        List<WantedQuery> wanted = all.wanted(List.of(), List.of(), today, 12);
        FareQueries queries = new FareQueries(database, Duration.ofMinutes(10));
        double taking = seconds(() -> queries.take("partner", wanted, NOW));
        System.out.printf(
                Locale.ROOT,
                "%n%,d routes that people wait for come to %,d questions in %.0f ms (p95 %.0f ms); the first is that of %d people.%n"
                        + "Taking all of them for this process takes %.0f ms.%n",
                routes,
                wanted.size(),
                taken[10],
                taken[19],
                wanted.get(0).people(),
                taking * 1e3);
    }

    /** A thousand routes of sixty days each are seen twice, and matched with what those people wait for. */
    private void seen() {
        run("delete from fare");
        run("insert into user_config (user_id) select id from app_user");
        run("update user_route set max_miles = 20000 + id % 50000");
        Fares fares = new Fares(database);
        List<AwardFare> first = fares(NOW);
        List<AwardFare> second = fares(NOW.plus(Duration.ofHours(6)));
        double kept = seconds(() -> fares.store("partner", first, NOW));
        List<StoredFare> stored = new ArrayList<>();
        double again = seconds(() -> stored.addAll(fares.store("partner", second, NOW.plus(Duration.ofHours(6)))));
        List<Long> ids = stored.stream().map(StoredFare::id).toList();
        FareMatches matches = new FareMatches(database, CITIES);
        int[] alerts = new int[1];
        double matched = seconds(() -> alerts[0] = matches.match(ids, NOW.plus(Duration.ofHours(6))));
        System.out.printf(
                Locale.ROOT,
                "%,d fares are stored in %.1f s, and again unchanged in %.1f s; matching them with those people takes %.1f s, for"
                        + " %,d alerts.%n",
                ids.size(),
                kept,
                again,
                matched,
                alerts[0]);
        run(
                "delete from fare_price where seen_at >= '2026-11-20 15:00Z' and route_id > (select min(id) from fare_route) + 399");
        run("delete from alert");
        run("delete from fare_notice");
    }

    private static List<AwardFare> fares(Instant at) {
        List<AwardFare> fares = new ArrayList<>();
        for (int route = 0; route < 1_000; route++) {
            for (int day = 0; day < 60; day++) {
                fares.add(new AwardFare(
                        new ProgramId(PROGRAMS.get(route % 5)),
                        ORIGINS.get(route / 5 % 10),
                        DESTINATIONS.get(route / 50),
                        LocalDate.of(2026, 12, 20).plusDays(day * 4L),
                        Cabin.BUSINESS,
                        20_000 + (route * 7_919L + day * 104_729L) % 150_000,
                        BigDecimal.valueOf(350),
                        2,
                        1,
                        List.of("TP"),
                        at,
                        null));
            }
        }
        return fares;
    }

    private interface Read {
        void read(int number);
    }

    private static double[] millis(int reads, Read read) {
        read.read(0);
        double[] millis = new double[reads];
        for (int i = 0; i < reads; i++) {
            int number = i + 1;
            millis[i] = seconds(() -> read.read(number)) * 1e3;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void run(String sql) {
        database.with(open -> open.execute(sql));
    }
}
