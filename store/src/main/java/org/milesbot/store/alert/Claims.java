package org.milesbot.store.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes alerts out of the outbox for this process. Rows that another process is looking at are passed over, so that
 * several can claim at once; of each person only one parcel is taken at a time, and each chat has its pace.
 */
final class Claims {

    /** Statistics lag behind a table that fills at once; without them the planner would sort all that waits for each claim. */
    private static final String BY_INDEX = "set local enable_sort to off; set local enable_bitmapscan to off";

    private static final String GIVE_BACK = """
            update alert
            set state = case when digest then 'held' else 'failed' end,
                due_at = :now,
                lease_until = null,
                note = 'whoever had it did not say how it ended'
            where id in (
                select id
                from alert
                where state = 'claimed'
                  and lease_until <= :now
                for update skip locked)
            """;

    /**
     * Whose turn it is: the most pressing alert of each of the people whose turn it is. The pace of a chat is looked up row
     * by row, in the order of the index, so that the search ends as soon as enough is found, however much waits.
     */
    private static final String SINGLE = """
            with candidate as materialized (
                select id, user_id, urgent, due_at
                from alert
                where state in ('due', 'failed')
                  and due_at <= :now
                  and (select next_send_at from app_user where app_user.id = user_id) <= :now
                order by urgent desc, due_at, id
                limit 2 * :most
                for no key update skip locked),
            person as materialized (
                select id
                from app_user
                where id in (select user_id from candidate)
                  and next_send_at <= :now
                for no key update skip locked),
            first as (
                select distinct on (user_id) candidate.id, urgent, due_at
                from candidate
                join person on person.id = user_id
                order by user_id, urgent desc, due_at, candidate.id),
            chosen as (
                select id
                from first
                order by urgent desc, due_at, id
                limit :most),
            """;

    /** All that is gathered for each of the people whose turn it is. */
    private static final String GATHERED = """
            with someone as materialized (
                select id
                from app_user
                where next_send_at <= :now
                  and id in (
                    select user_id
                    from alert
                    where state = 'held'
                      and due_at <= :now
                    order by due_at
                    limit 1000)
                limit :most
                for no key update skip locked),
            chosen as (
                select a.id
                from alert a
                join someone on someone.id = a.user_id
                where a.state = 'held'
                  and a.due_at <= :now
                for no key update of a),
            """;

    /**
     * What is to become of them now: much may have happened since they were written. A promo may have turned out to be the
     * same as another, of which the person was told.
     */
    private static final String JUDGE = """
            judged as (
                select a.id, now_called.promo_id,
                    u.telegram_id, u.role, c.channel, c.language, c.tiers, c.digest as gathering,
                    case
                        when u.disabled_at is not null then 'disabled'
                        when a.expires_at <= :now then 'over'
                        when p.muted_until > :now then 'muted'
                        when a.promo_id <> now_called.promo_id and exists (
                            select from alert same
                            where same.user_id = a.user_id
                              and same.promo_id = now_called.promo_id
                              and same.reason = a.reason
                              and same.detail = a.detail) then 'merged'
                    end as worthless,
                    case
                        when a.urgent and c.urgent_passes then null
                        else quiet_until(:now, c.quiet_from, c.quiet_to, c.zone)
                    end as quiet,
                    (select min(told.message_id)
                        from alert told
                        where told.user_id = a.user_id
                          and (told.promo_id = now_called.promo_id
                            or told.promo_id in (
                                select id from promo_alias where promo_alias.promo_id = now_called.promo_id))) as answers
                from chosen
                join alert a on a.id = chosen.id
                join app_user u on u.id = a.user_id
                join user_config c on c.user_id = a.user_id
                left join promo_alias on promo_alias.id = a.promo_id
                cross join lateral (select coalesce(promo_alias.promo_id, a.promo_id) as promo_id) now_called
                left join promo on promo.id = now_called.promo_id
                left join fare_notice on fare_notice.id = case when a.reason = 'fare' then cast(a.detail as bigint) end
                left join user_program p on p.user_id = a.user_id
                    and p.program = coalesce(promo.program, fare_notice.program))
            update alert
            set state = case when worthless is not null then 'expired' when quiet is not null then 'held' else 'claimed' end,
                ended_at = case when worthless is not null then cast(:now as timestamptz) end,
                note = worthless,
                due_at = case when worthless is null and quiet is not null then quiet else due_at end,
                digest = digest or worthless is null and quiet is not null,
                lease_until = case when worthless is null and quiet is null then cast(:leaseUntil as timestamptz) end,
                attempts = attempts + case when worthless is null and quiet is null then 1 else 0 end
            from judged
            where judged.id = alert.id
            returning alert.id, alert.user_id, alert.state, alert.note, alert.reason, alert.detail, alert.event_id,
                alert.created_at, alert.loud, alert.attempts, alert.urgent, alert.due_at, judged.promo_id, judged.answers,
                judged.telegram_id, judged.role, judged.channel, judged.language, judged.tiers, judged.gathering
            """;

    private static final String PACE = """
            update app_user
            set next_send_at = cast(:now as timestamptz)
                + case when telegram_id < 0 then interval '3 seconds' else interval '1 second' end
            where id = any(:users)
            """;

    private Claims() {}

    private record Row(Addressee to, Claimed alert, String state, boolean isOver) {

        boolean isClaimed() {
            return state.equals("claimed");
        }

        boolean isExpired() {
            return state.equals("expired");
        }
    }

    /** Gives back what was claimed and whose lease is over. */
    static int giveBack(Handle transaction, Instant now) {
        transaction.execute(BY_INDEX);
        return transaction.createUpdate(GIVE_BACK).bind("now", now).execute();
    }

    /**
     * What was taken.
     *
     * @param expired why each of those was to be sent that were not worth it any more
     */
    record Taken(List<Parcel> parcels, List<String> expired) {}

    /** Takes single alerts, at most one for each person. */
    static Taken single(Handle transaction, int most, Duration lease, Instant now) {
        return take(transaction, SINGLE, most, lease, now);
    }

    /** Takes digests, at most one for each person, with all that is in it. */
    static Taken gathered(Handle transaction, int most, Duration lease, Instant now) {
        return take(transaction, GATHERED, most, lease, now);
    }

    private static Taken take(Handle transaction, String choice, int most, Duration lease, Instant now) {
        List<Row> rows = transaction
                .createQuery(choice + JUDGE)
                .bind("now", now)
                .bind("most", most)
                .bind("leaseUntil", now.plus(lease))
                .map((row, context) -> row(row))
                .list();
        List<Parcel> parcels = parcels(rows);
        List<Long> users = parcels.stream().map(parcel -> parcel.to().userId()).toList();
        if (!users.isEmpty()) {
            transaction
                    .createUpdate(PACE)
                    .bind("now", now)
                    .bindArray("users", Long.class, users)
                    .execute();
        }
        List<String> expired = rows.stream()
                .filter(Row::isExpired)
                .map(row -> row.alert().reason())
                .toList();
        return new Taken(parcels, expired);
    }

    private static List<Parcel> parcels(List<Row> rows) {
        Map<Addressee, List<Row>> byPerson = new LinkedHashMap<>();
        rows.forEach(row ->
                byPerson.computeIfAbsent(row.to(), to -> new ArrayList<>()).add(row));
        return byPerson.entrySet().stream()
                .map(entry -> new Parcel(
                        entry.getKey(),
                        entry.getValue().stream()
                                .filter(Row::isClaimed)
                                .map(Row::alert)
                                .toList(),
                        (int) entry.getValue().stream().filter(Row::isOver).count()))
                .filter(parcel -> !parcel.alerts().isEmpty())
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        Addressee to = new Addressee(
                row.getLong("user_id"),
                row.getLong("telegram_id"),
                row.getString("channel"),
                row.getString("language"),
                Set.of((String[]) row.getArray("tiers").getArray()),
                row.getString("gathering"),
                row.getString("role").equals("operator"));
        Claimed alert = new Claimed(
                row.getLong("id"),
                row.getObject("promo_id", UUID.class),
                row.getString("reason"),
                row.getString("detail"),
                row.getObject("event_id", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("loud"),
                row.getInt("attempts"),
                row.getObject("answers", Long.class));
        return new Row(to, alert, row.getString("state"), "over".equals(row.getString("note")));
    }
}
