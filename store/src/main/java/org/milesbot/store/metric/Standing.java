package org.milesbot.store.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.milesbot.api.Zones;
import org.milesbot.store.promo.Promos;

/** How things stand at an instant: what waits, what is kept, what is spent. One statement, and none of it a long one. */
final class Standing {

    /** A large table is not counted row by row: the server's own estimate is near enough. */
    private static final String ROUGHLY = """
            (select case when reltuples < 10000 then (select count(*) from %1$s) else reltuples end
             from pg_class
             where oid = cast('%1$s' as regclass))
            """;

    private static final String SELECT = """
            with standing (name, labels, value) as (
                select 'alerts_waiting', array[state], cast(count(*) as double precision)
                from alert
                where state in ('due', 'failed')
                group by state
                union all
                select 'alerts_waiting', array['held'], count(*) from alert where state = 'held'
                union all
                select 'alerts_waiting', array['claimed'], count(*) from alert where state = 'claimed'
                union all
                select 'alerts_waiting', array['dead'], count(*) from alert where state = 'dead'
                union all
                select 'oldest_due_at', '{}', extract(epoch from least(
                    (select due_at from alert where state in ('due', 'failed') and urgent order by due_at limit 1),
                    (select due_at from alert where state in ('due', 'failed') and not urgent order by due_at limit 1)))
                union all
                select 'promos', '{}', %s
                union all
                select 'sightings', '{}', %s
                union all
                select 'promos_open', array[kind], count(*)
                from promo
                where state not in ('ended', 'withdrawn')
                  and (start_dt is null or start_dt <= :today)
                  and (end_dt >= :today
                    or end_dt is null and (settled_at is not null or published_at >= :recent))
                group by kind
                union all
                select 'unsettled', '{}', count(*) from unsettled
                union all
                select 'events_unmatched', '{}', count(promo_event.id)
                from event_cursor
                left join promo_event on promo_event.id > last_id
                where consumer = 'notify'
                union all
                select 'bot_updates', '{}', count(*) from bot_update
                union all
                select 'llm_calls', '{}', coalesce(sum(calls), 0) from llm_month
                union all
                select 'llm_tokens', array['in'], coalesce(sum(tokens_in), 0) from llm_month
                union all
                select 'llm_tokens', array['out'], coalesce(sum(tokens_out), 0) from llm_month
                union all
                select 'llm_month', '{}', coalesce(sum(tokens_in + tokens_out + reserved), 0)
                from llm_month
                where month = :month
                union all
                select 'database_bytes', '{}', pg_database_size(current_database()))
            select name, labels, value
            from standing
            where value is not null
            """.formatted(ROUGHLY.formatted("promo"), ROUGHLY.formatted("sighting"));

    private Standing() {}

    static List<Total> read(Handle open, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Zones.SAO_PAULO);
        return open.createQuery(SELECT)
                .bind("today", today)
                .bind("recent", Promos.openSince(today))
                .bind("month", today.withDayOfMonth(1))
                .map(Total.ROW)
                .list();
    }
}
