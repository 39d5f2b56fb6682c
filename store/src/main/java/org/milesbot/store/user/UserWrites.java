package org.milesbot.store.user;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.user.Since.Disabled;

/** Writes people with all that belongs to them: the same few statements, however many they are. */
final class UserWrites {

    private static final String CONFIG = """
            language, channel, threshold, min_bonus, kinds, programs, origins, tiers, zone, quiet_from, quiet_to,
                urgent_passes, digest, digest_at, level_new, level_raised, level_extended, level_ending, level_combo, ai
            """.strip();

    /** Every statement below meets the people that were handed in by these names. */
    private static final String PEOPLE = """
            with given as (
                select *
                from jsonb_to_recordset(cast(:rows as jsonb)) as one (
                    place integer, telegram_id bigint, name text, created_at timestamptz, welcomed_at timestamptz,
                    disabled_at timestamptz, disabled_why text,
                    language text, channel text, threshold numeric, min_bonus numeric, kinds text[], programs text[],
                    origins text[], tiers text[], zone text, quiet_from time, quiet_to time, urgent_passes boolean,
                    digest text, digest_at time, level_new text, level_raised text, level_extended text,
                    level_ending text, level_combo text, ai boolean, choices jsonb, routes jsonb, reminders jsonb)),
            people as (
                select person.id as user_id, given.*
                from given
                join app_user as person on person.role = 'member' and person.telegram_id = given.telegram_id)
            """;

    private static final String CHOICES = PEOPLE + """
            , wanted as (
                select user_id, choice.*
                from people
                cross join lateral jsonb_to_recordset(choices)
                    as choice (program text, min_bonus numeric, muted_until timestamptz))
            """;

    private static final String ROUTES = PEOPLE + """
            , wanted as (
                select user_id, route.*
                from people
                cross join lateral rows from (jsonb_to_recordset(routes)
                    as (origins text[], dests text[], cabin text, max_miles bigint, travel_from date, travel_to date))
                    with ordinality as route (origins, dests, cabin, max_miles, travel_from, travel_to, place))
            """;

    /** Whether a route that is kept says what one says that is wanted. */
    private static final String SAME_ROUTE = """
            kept.user_id = wanted.user_id
                and kept.origins = wanted.origins
                and kept.dests = wanted.dests
                and (kept.cabin, kept.max_miles, kept.travel_from, kept.travel_to)
                    is not distinct from (wanted.cabin, wanted.max_miles, wanted.travel_from, wanted.travel_to)
            """;

    private static final String REMINDERS = PEOPLE + """
            , wanted as (
                select user_id, reminder.*
                from people
                cross join lateral jsonb_to_recordset(reminders) as reminder (promo_id uuid, asked_at timestamptz))
            """;

    private UserWrites() {}

    /** Adds somebody unless they are known, and says whether they were not. */
    static boolean insert(Handle transaction, Profile profile) {
        String rows = ProfileRows.toJson(List.of(profile));
        int added = run(transaction, PEOPLE + """
                insert into app_user (role, telegram_id, name, created_at, welcomed_at, disabled_at, disabled_why)
                select 'member', telegram_id, name, created_at, welcomed_at, disabled_at, disabled_why
                from given
                on conflict on constraint app_user_once do nothing
                """, rows);
        if (added == 0) {
            return false;
        }
        saveBelongings(transaction, rows);
        return true;
    }

    static void save(Handle transaction, List<Profile> profiles) {
        String rows = ProfileRows.toJson(profiles);
        run(transaction, PEOPLE + """
                insert into app_user (role, telegram_id, name, created_at, welcomed_at, disabled_at, disabled_why)
                select 'member', telegram_id, name, created_at, welcomed_at, disabled_at, disabled_why
                from given
                order by place
                on conflict on constraint app_user_once do update
                set name = excluded.name,
                    created_at = excluded.created_at,
                    welcomed_at = excluded.welcomed_at,
                    disabled_at = excluded.disabled_at,
                    disabled_why = excluded.disabled_why
                """, rows);
        saveBelongings(transaction, rows);
    }

    private static void saveBelongings(Handle transaction, String rows) {
        run(
                transaction,
                PEOPLE + "insert into user_config (user_id, " + CONFIG + ") select user_id, " + CONFIG + """
                 from people
                on conflict (user_id) do update
                set (
                """ + CONFIG
                        + ") = (" + excluded() + ")",
                rows);
        run(transaction, CHOICES + """
                delete from user_program as kept
                using people
                where kept.user_id = people.user_id
                  and not exists (
                    select from wanted where wanted.user_id = kept.user_id and wanted.program = kept.program)
                """, rows);
        run(transaction, CHOICES + """
                insert into user_program (user_id, program, min_bonus, muted_until)
                select user_id, program, min_bonus, muted_until
                from wanted
                on conflict (user_id, program) do update
                set min_bonus = excluded.min_bonus,
                    muted_until = excluded.muted_until
                """, rows);
        saveRoutes(transaction, rows);
        saveReminders(transaction, rows);
    }

    private static String excluded() {
        return CONFIG.lines()
                .flatMap(line -> List.of(line.strip().split(",\\s*")).stream())
                .map(column -> "excluded." + column)
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private static void saveRoutes(Handle transaction, String rows) {
        run(transaction, ROUTES + """
                delete from user_route as kept
                using people
                where kept.user_id = people.user_id
                  and not exists (select from wanted where
                """ + SAME_ROUTE + ")", rows);
        run(transaction, ROUTES + """
                insert into user_route (user_id, origins, dests, cabin, max_miles, travel_from, travel_to)
                select user_id, origins, dests, cabin, max_miles, travel_from, travel_to
                from wanted
                where not exists (select from user_route as kept where
                """ + SAME_ROUTE + ") order by user_id, place", rows);
    }

    private static void saveReminders(Handle transaction, String rows) {
        run(transaction, REMINDERS + """
                delete from user_reminder as kept
                using people
                where kept.user_id = people.user_id
                  and not exists (
                    select from wanted where wanted.user_id = kept.user_id and wanted.promo_id = kept.promo_id)
                """, rows);
        run(transaction, REMINDERS + """
                insert into user_reminder (user_id, promo_id, asked_at)
                select user_id, promo_id, asked_at
                from wanted
                where exists (select from promo where promo.id = wanted.promo_id)
                on conflict (user_id, promo_id) do update
                set asked_at = excluded.asked_at
                """, rows);
    }

    private static int run(Handle transaction, String sql, String rows) {
        return transaction.createUpdate(sql).bind("rows", rows).execute();
    }

    static void mute(Handle transaction, long id, ProgramId program, @Nullable Instant until) {
        Update update = until == null
                ? transaction.createUpdate("""
                        with spoken as (
                            update user_program
                            set muted_until = null
                            where user_id = :id
                              and program = :program
                              and min_bonus is not null)
                        delete from user_program
                        where user_id = :id
                          and program = :program
                          and min_bonus is null
                        """)
                : transaction.createUpdate("""
                        insert into user_program (user_id, program, muted_until)
                        select id, :program, :until
                        from app_user
                        where id = :id
                        on conflict (user_id, program) do update
                        set muted_until = excluded.muted_until
                        """).bind("until", until.truncatedTo(ChronoUnit.MICROS));
        update.bind("id", id).bind("program", program.value()).execute();
    }

    static boolean remind(Handle transaction, long id, UUID promoId, Instant askedAt) {
        return transaction
                        .createUpdate("""
                                insert into user_reminder (user_id, promo_id, asked_at)
                                select person.id, promo.id, :askedAt
                                from app_user as person
                                cross join promo
                                where person.id = :id
                                  and promo.id = :promo
                                on conflict (user_id, promo_id) do nothing
                                """)
                        .bind("id", id)
                        .bind("promo", promoId)
                        .bind("askedAt", askedAt.truncatedTo(ChronoUnit.MICROS))
                        .execute()
                == 1;
    }

    static void forgetReminder(Handle transaction, long id, UUID promoId) {
        transaction
                .createUpdate("delete from user_reminder where user_id = :id and promo_id = :promo")
                .bind("id", id)
                .bind("promo", promoId)
                .execute();
    }

    static boolean removeRoute(Handle transaction, long id, long routeId) {
        return transaction
                        .createUpdate("delete from user_route where user_id = :id and id = :route")
                        .bind("id", id)
                        .bind("route", routeId)
                        .execute()
                == 1;
    }

    static void disable(Handle transaction, long id, Disabled disabled) {
        transaction
                .createUpdate("""
                        update app_user
                        set disabled_at = :at,
                            disabled_why = :why
                        where id = :id
                          and disabled_at is null
                        """)
                .bind("id", id)
                .bind("at", disabled.at())
                .bind("why", disabled.why())
                .execute();
    }

    static void enable(Handle transaction, long id) {
        transaction.createUpdate("""
                        update app_user
                        set disabled_at = null,
                            disabled_why = null
                        where id = :id
                          and disabled_at is not null
                        """).bind("id", id).execute();
    }
}
