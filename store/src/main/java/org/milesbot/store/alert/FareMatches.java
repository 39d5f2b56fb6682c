package org.milesbot.store.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.milesbot.api.Zones;
import org.milesbot.store.db.Database;

/**
 * Matches fares with the routes that people wait for. Somebody is told of a fare on a route of theirs if it is under their
 * ceiling, below nine of ten prices of its history, or lower than it ever was in a year; once a day, as long as that holds.
 * What comes of several fares waits to be sent as one message.
 */
public final class FareMatches {

    /** The reason of such an alert; the detail is the number of its notice. */
    public static final String FARE = "fare";

    /**
     * Step by step, from fares to their few routes, to those who wait for them, to what these people are told already. The
     * planner knows of no step how much comes of it; so each names to the next by an array what it may read, and none is done
     * by nested loops. Fares that are told already and still wait to be sent are told once, as they are by then.
     */
    private static final String MATCH = """
            with place (airport, city) as materialized (
                select * from unnest(:airports, :cities)),
            seen as materialized (
                select id, route_id, travel_day, miles, since
                from fare
                where id = any(:fares)
                  and gone_at is null
                  and travel_day >= :today),
            seat as materialized (
                select seen.id, route_id, program, origin, dest, cabin, travel_day, miles, since
                from seen
                join fare_route on fare_route.id = route_id
                where fare_route.id = any(array(select route_id from seen))),
            route as materialized (select distinct route_id, origin, dest from seat),
            way as materialized (
                select route_id, departure.code as origin, arrival.code as dest
                from (
                    select route_id, origin from route
                    union
                    select route_id, city from route join place on airport = origin) departure (route_id, code)
                join (
                    select route_id, dest from route
                    union
                    select route_id, city from route join place on airport = dest) arrival (route_id, code)
                    using (route_id)),
            watched as materialized (
                select user_id, departure as origin, arrival as dest, cabin, max_miles, travel_from, travel_to
                from user_route
                cross join unnest(origins) departure
                cross join unnest(dests) arrival
                where origins && array(select origin from way)
                  and dests && array(select dest from way)),
            fitting as materialized (
                select watched.user_id, seat.id, max(max_miles) filter (where seat.miles <= max_miles) as ceiling
                from way
                join watched using (origin, dest)
                join seat using (route_id)
                where (watched.cabin is null or watched.cabin = seat.cabin)
                  and (travel_from is null or seat.travel_day >= travel_from)
                  and (travel_to is null or seat.travel_day <= travel_to)
                group by watched.user_id, seat.id),
            waiting as materialized (
                select told.user_id, told.program, told.origin, told.dest, told.travel_day, told.cabin
                from fare_notice told
                join alert a on a.user_id = told.user_id and a.detail = cast(told.id as text)
                where told.user_id = any(array(select user_id from fitting))
                  and a.user_id = any(array(select user_id from fitting))
                  and a.promo_id is null
                  and a.reason = :reason
                  and a.state in ('due', 'held', 'failed', 'claimed')),
            past as materialized (
                select route.route_id, usual.*, prices >= 20 and days >= 14 as is_telling
                from (select distinct route_id from seat where id in (select id from fitting)) route
                cross join lateral fare_statistics(route.route_id, null, :now) usual),
            judged as materialized (
                select seat.*, is_telling, median, days, is_telling and miles < tenth as is_cheap,
                    case when is_telling and miles <= lowest365 then (
                        select min(fare_price.miles)
                        from fare_price
                        where fare_price.route_id = seat.route_id
                          and fare_price.seen_at > cast(:now as timestamptz) - interval '365 days'
                          and fare_price.seen_at < seat.since) end as previous_low
                from seat
                join past using (route_id)
                where seat.id in (select id from fitting)),
            noticed as (
                insert into fare_notice (
                    user_id, fare_id, program, origin, dest, cabin, travel_day, day, miles, ceiling, is_cheap, median,
                    previous_low, history_days, created_at)
                select distinct on (u.id, seat.program, seat.origin, seat.dest, seat.travel_day, seat.cabin)
                    u.id, seat.id, seat.program, seat.origin, seat.dest, seat.cabin, seat.travel_day, cast(:today as date), seat.miles,
                    fitting.ceiling, seat.is_cheap, case when seat.is_telling then seat.median end,
                    case when seat.previous_low > seat.miles then seat.previous_low end, seat.days, :now
                from fitting
                join judged seat on seat.id = fitting.id
                join app_user u on u.id = fitting.user_id
                join user_config c on c.user_id = u.id
                left join user_program p on p.user_id = u.id
                    and p.program = seat.program
                    and p.user_id = any(array(select user_id from fitting))
                where u.id = any(array(select user_id from fitting))
                  and c.user_id = any(array(select user_id from fitting))
                  and u.role = 'member'
                  and c.level_new <> 'off'
                  and (fitting.ceiling is not null or seat.is_cheap or seat.previous_low > seat.miles)
                  and <conditions>
                  and not exists (
                    select from waiting
                    where (waiting.user_id, waiting.program, waiting.origin, waiting.dest, waiting.travel_day, waiting.cabin)
                        = (u.id, seat.program, seat.origin, seat.dest, seat.travel_day, seat.cabin))
                order by u.id, seat.program, seat.origin, seat.dest, seat.travel_day, seat.cabin, seat.miles, seat.id
                on conflict on constraint fare_notice_once do nothing
                returning id, user_id, travel_day)
            insert into alert (
                user_id, created_at, due_at, expires_at, loud, urgent, digest, state, reason, detail)
            select noticed.user_id, :now, coalesce(wait.until, :now),
                cast(noticed.travel_day + 1 as timestamp) at time zone :zone,
                c.level_new <> 'silent', false, true, 'held', :reason, cast(noticed.id as text)
            from noticed
            join user_config c on c.user_id = noticed.user_id
            <wait>
            where c.user_id = any(array(select user_id from noticed))
            order by noticed.id
            on conflict do nothing
            """;

    private final Database database;
    /** Of the airports whose city has another code than they. */
    private final Map<String, String> cityOf;

    /**
     * @param cityOf the IATA code of its city, for each airport
     */
    public FareMatches(Database database, Map<String, String> cityOf) {
        this.database = database;
        this.cityOf = cityOf.entrySet().stream()
                .filter(each -> !each.getKey().equals(each.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Tells everybody of those of some fares that are worth it, and returns how many alerts came of it. May run as often as
     * one likes, also at once.
     *
     * @param fares the numbers of fares that were just seen
     */
    public int match(Collection<Long> fares, Instant now) {
        if (fares.isEmpty()) {
            return 0;
        }
        return database.inTransaction(transaction -> {
            transaction.execute(Matching.EVERYBODY);
            return match(transaction, fares, now);
        });
    }

    private int match(Handle transaction, Collection<Long> fares, Instant now) {
        List<Map.Entry<String, String>> places = List.copyOf(cityOf.entrySet());
        return transaction
                .createUpdate(MATCH)
                .define("conditions", Condition.forFares())
                .define("wait", Matching.WAIT)
                .bindArray(
                        "airports",
                        String.class,
                        places.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "cities",
                        String.class,
                        places.stream().map(Map.Entry::getValue).toList())
                .bindArray("fares", Long.class, fares)
                .bind("today", LocalDate.ofInstant(now, Zones.SAO_PAULO))
                .bind("zone", Zones.SAO_PAULO.getId())
                .bind("now", now)
                .bind("urgent", false)
                .bind("reason", FARE)
                .execute();
    }
}
