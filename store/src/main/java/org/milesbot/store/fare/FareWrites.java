package org.milesbot.store.fare;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.store.fare.StoredFare.Change;

/** Keeps what a provider says: the current fares, and what changed of them as history. */
final class FareWrites {

    /** As many as a long answer has; a file of more is kept in portions, so that no statement grows without bound. */
    private static final int AT_ONCE = 1_000;

    private static final int LONGEST_LINK = 2_000;
    private static final Comparator<AwardFare> CHEAPEST = Comparator.comparingLong(AwardFare::miles)
            .thenComparing(AwardFare::taxesBrl, Comparator.nullsLast(Comparator.naturalOrder()));
    private static final Comparator<AwardFare> BY_DAY = Comparator.comparing(AwardFare::date);

    /** The same for everybody, so that two who write at once wait for each other at most once. */
    private static final Comparator<Told> IN_ORDER =
            Comparator.comparingInt(Told::route).thenComparing(Told::fare, BY_DAY);

    /**
     * What is handed over is taken for few rows. By nested loops it would be looked through again for each of its rows: twice
     * as many would take four times as long. Holds until the end of the transaction, which does nothing else.
     */
    private static final String LINEAR = "set local enable_nestloop to off";

    /** A price that stands is kept again whenever another week of it is over. */
    private static final String FARES = """
            with said as materialized (
                select route_id, cast(day as date) as travel_day,
                    cast(miles as bigint) as miles, cast(nullif(taxes, '') as numeric) as taxes_brl,
                    cast(nullif(seats, '') as integer) as seats, cast(nullif(stops, '') as integer) as stops,
                    string_to_array(airlines, ',') as airlines, nullif(link, '') as link,
                    least(cast(seen as timestamptz), cast(:at as timestamptz)) as seen_at
                from unnest(:routes, :days, :miles, :taxes, :seats, :stops, :airlines, :links, :seen)
                    as told (route_id, day, miles, taxes, seats, stops, airlines, link, seen)),
            before as materialized (
                select id, route_id, travel_day, miles, taxes_brl, since, seen_at, gone_at
                from fare
                where route_id = any(:among)
                  and travel_day between :first and :last
                  and provider = :provider),
            kept as (
                insert into fare (
                    route_id, travel_day, provider, miles, taxes_brl, seats, stops, airlines, link, since, seen_at, told_at,
                    seats_at)
                select route_id, travel_day, :provider, miles, taxes_brl, seats, stops, airlines, link, seen_at, seen_at, :at, :at
                from said
                order by route_id, travel_day
                on conflict on constraint fare_once do update
                set miles = excluded.miles, taxes_brl = excluded.taxes_brl, seats = excluded.seats, stops = excluded.stops,
                    airlines = excluded.airlines, link = excluded.link,
                    since = case
                        when fare.miles = excluded.miles and fare.gone_at is null then fare.since
                        else excluded.seen_at
                    end,
                    seats_at = case
                        when fare.seats is not distinct from excluded.seats and fare.gone_at is null then fare.seats_at
                        else excluded.seats_at
                    end,
                    seen_at = excluded.seen_at, told_at = excluded.told_at, gone_at = null
                where excluded.seen_at >= fare.seen_at
                returning id, route_id, travel_day),
            priced as (
                insert into fare_price (route_id, travel_day, seen_at, miles, taxes_brl, seats, stops, provider)
                select said.route_id, said.travel_day, said.seen_at, said.miles, said.taxes_brl, said.seats, said.stops,
                    :provider
                from said
                join kept using (route_id, travel_day)
                left join before using (route_id, travel_day)
                where before.id is null
                   or before.gone_at is not null
                   or before.miles <> said.miles
                   or before.taxes_brl is distinct from said.taxes_brl
                   or div(extract(epoch from said.seen_at - before.since), 604800)
                       > div(extract(epoch from before.seen_at - before.since), 604800)
                order by said.route_id, said.travel_day)
            select kept.id, kept.route_id, said.miles,
                case when before.gone_at is null then before.miles end as before
            from kept
            join said using (route_id, travel_day)
            left join before using (route_id, travel_day)
            order by kept.id
            """;

    private FareWrites() {}

    /** Of several prices for the same seat the lowest counts. */
    static List<StoredFare> store(Handle transaction, String provider, List<AwardFare> fares, Instant at) {
        Map<Seat, AwardFare> cheapest = new HashMap<>();
        for (AwardFare fare : fares) {
            cheapest.merge(
                    new Seat(FareRoute.of(fare), fare.date()),
                    fare,
                    (one, other) -> CHEAPEST.compare(other, one) < 0 ? other : one);
        }
        RouteNumbers routes = RouteNumbers.of(
                transaction, cheapest.keySet().stream().map(Seat::route).collect(Collectors.toSet()));
        List<Told> told = cheapest.entrySet().stream()
                .map(each -> new Told(routes.number(each.getKey().route()), each.getValue()))
                .sorted(IN_ORDER)
                .toList();
        List<StoredFare> stored = new ArrayList<>();
        transaction.execute(LINEAR);
        for (int from = 0; from < told.size(); from += AT_ONCE) {
            List<Told> some = told.subList(from, Math.min(told.size(), from + AT_ONCE));
            stored.addAll(write(transaction.createQuery(FARES), some)
                    .bind("provider", provider)
                    .bind("at", at)
                    .map((row, context) -> stored(row, routes))
                    .list());
        }
        return stored;
    }

    private record Seat(FareRoute route, LocalDate day) {}

    private record Told(int route, AwardFare fare) {}

    private static Query write(Query statement, List<Told> told) {
        List<AwardFare> fares = told.stream().map(Told::fare).toList();
        return statement
                .bindArray(
                        "routes", Integer.class, told.stream().map(Told::route).toList())
                .bindArray(
                        "among",
                        Integer.class,
                        told.stream().map(Told::route).distinct().toList())
                .bind("first", Collections.min(fares, BY_DAY).date())
                .bind("last", Collections.max(fares, BY_DAY).date())
                .bindArray("days", String.class, texts(fares, AwardFare::date))
                .bindArray("miles", String.class, texts(fares, AwardFare::miles))
                .bindArray("taxes", String.class, texts(fares, AwardFare::taxesBrl))
                .bindArray("seats", String.class, texts(fares, AwardFare::seats))
                .bindArray("stops", String.class, texts(fares, AwardFare::stops))
                .bindArray("airlines", String.class, texts(fares, fare -> String.join(",", fare.airlines())))
                .bindArray("links", String.class, texts(fares, fare -> link(fare.link())))
                .bindArray("seen", String.class, texts(fares, AwardFare::fetchedAt));
    }

    /** As text, which is empty for what is unknown. */
    private static List<String> texts(Collection<AwardFare> fares, Function<AwardFare, @Nullable Object> part) {
        return fares.stream()
                .map(fare -> {
                    Object value = part.apply(fare);
                    return value == null ? "" : value.toString();
                })
                .toList();
    }

    private static @Nullable String link(@Nullable URI link) {
        return link == null || link.toString().length() > LONGEST_LINK ? null : link.toString();
    }

    private static StoredFare stored(ResultSet row, RouteNumbers routes) throws SQLException {
        long miles = row.getLong("miles");
        Long before = row.getObject("before", Long.class);
        return new StoredFare(
                row.getLong("id"), routes.route(row.getInt("route_id")), miles, before, change(before, miles));
    }

    private static Change change(@Nullable Long before, long miles) {
        if (before == null) {
            return Change.NEW;
        }
        if (before == miles) {
            return Change.SAME;
        }
        return before > miles ? Change.CHEAPER : Change.DEARER;
    }
}
