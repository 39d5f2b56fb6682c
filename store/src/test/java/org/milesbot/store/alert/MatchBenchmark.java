package org.milesbot.store.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.milesbot.store.dedupe.Offers;

/**
 * Measures how long it takes to match one new promo with many people, beside a plain {@code INSERT … SELECT} of the
 * same rows into the same table.
 */
final class MatchBenchmark {

    private static final int ROUNDS = 5;
    private static final String OFFER = "livelo 80/60 2026-11-20..2026-11-30";

    /** One in three has quiet hours, one in ten a digest, one in four follows other programmes, one in five has muted some. */
    private static final String PEOPLE = """
            with person as (
                insert into app_user (telegram_id, created_at, welcomed_at)
                select number, now(), now()
                from generate_series(1, ?) as number
                returning id)
            insert into user_config (
                user_id, threshold, min_bonus, programs, origins, tiers, zone,
                quiet_from, quiet_to, urgent_passes, digest, level_extended)
            select id,
                case when id % 20 = 0 then 95 else 40 + id % 20 end,
                case when id % 11 = 0 then 70 end,
                cast(case id % 4 when 0 then '{azul,latam_pass}' when 1 then '{smiles}' when 2 then '{smiles,azul,tap}' else '{}' end as text[]),
                cast(case id % 6 when 0 then '{livelo}' when 1 then '{livelo,itau,bradesco}' when 2 then '{esfera}' else '{}' end as text[]),
                cast(case id % 5 when 0 then '{smiles:club,livelo:club}' when 1 then '{itau:card}' else '{}' end as text[]),
                case id % 30 when 0 then 'Europe/Lisbon' else 'America/Sao_Paulo' end,
                case when id % 3 = 0 then time '22:00' end,
                case when id % 3 = 0 then time '07:00' end,
                id % 7 = 0,
                case id % 10 when 0 then 'daily' when 1 then 'weekly' else 'off' end,
                case id % 2 when 0 then 'off' else 'silent' end
            from person
            """;

    private static final String MUTES = """
            insert into user_program (user_id, program, muted_until)
            select id, case id % 2 when 0 then 'azul' else 'smiles' end, timestamptz '2026-12-24'
            from app_user
            where id % 5 = 0
            """;

    private static final String PLAIN = """
            insert into alert (
                user_id, promo_id, event_id, created_at, due_at, expires_at, loud, urgent, digest, state, reason, detail)
            select user_id, promo_id, event_id, created_at, due_at, expires_at, loud, urgent, digest, state, reason, detail
            from written
            """;

    private MatchBenchmark() {}

    /** Argument: how many people. */
    public static void main(String[] arguments) {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        try (Household house = new Household()) {
            house.run(PEOPLE, people);
            house.run(MUTES);
            house.run("analyze");
            measure(house, people);
        }
    }

    private static void measure(Household house, int people) {
        Instant now = Offers.instant("2026-11-20T21:30");
        double[] matching = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        long alerts = 0;
        house.told("2026-11-20T21:00", OFFER);
        for (int i = 0; i < ROUNDS; i++) {
            house.run("truncate alert");
            house.run("update event_cursor set last_id = 0 where consumer = 'notify'");
            house.run("delete from event_match");
            matching[i] = seconds(() -> house.matches.next(now));
            house.run("drop table if exists written");
            house.run("create temp table written as select * from alert");
            alerts = Long.parseLong(house.rows("select count(*) from written").get(0));
            house.run("truncate alert");
            plain[i] = seconds(() -> house.run(PLAIN));
        }
        Arrays.sort(matching);
        Arrays.sort(plain);
        System.out.printf(
                Locale.ROOT,
                "| people | alerts | matching, s | plain INSERT … SELECT, s | ratio |%n|---|---|---|---|---|%n"
                        + "| %,d | %,d | %.2f | %.2f | %.2f |%n",
                people,
                alerts,
                matching[ROUNDS / 2],
                plain[ROUNDS / 2],
                matching[ROUNDS / 2] / plain[ROUNDS / 2]);
        long memory = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(Locale.ROOT, "%nmemory in use: %,d MB%n", memory >> 20);
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
