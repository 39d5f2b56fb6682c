package org.milesbot.store.fare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareChange;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.store.db.Database;

/** What seats cost in miles: now, and what they cost once. */
public final class Fares {

    private static final int MOST_POINTS = 10_000;

    /** The airports, days and cabin of a query. */
    private static final String WITHIN = """
            route.origin = any(:origins)
              and route.dest = any(:dests)
              and fare.travel_day between :from and :to
              and (cast(:cabin as text) is null or route.cabin = :cabin)
            """;

    private static final String ROUTE = """
            select id
            from fare_route
            where origin = :origin
              and dest = :dest
              and cabin = :cabin
              and program = :program
            """;

    private final Database database;

    public Fares(Database database) {
        this.database = database;
    }

    /**
     * Keeps what a provider says. Of several prices for the same seat the lowest is kept; what was seen before what is known
     * already changes nothing and is left out of the reply.
     *
     * @param at when milesbot was told, which is not before the fares were so
     */
    public List<StoredFare> store(String provider, List<AwardFare> fares, Instant at) {
        return database.inTransaction(transaction -> FareWrites.store(transaction, provider, fares, at));
    }

    /**
     * Takes back what a provider does not name any more: all that a query asks for and was not told at an instant or later.
     * Only for a query that was answered to the end.
     *
     * @param askedAt when the query was asked, before any of its answers was stored
     * @return how many fares are gone
     */
    public int gone(String provider, FareQuery query, Instant askedAt, Instant now) {
        return database.with(open -> open.createUpdate("""
                        update fare
                        set gone_at = :now, seats_at = :now
                        from fare_route route
                        where route.id = fare.route_id
                          and fare.provider = :provider
                          and fare.gone_at is null
                          and fare.told_at < :askedAt
                          and
                        """ + WITHIN)
                .bind("provider", provider)
                .bind("askedAt", askedAt)
                .bind("now", now)
                .bindArray("origins", String.class, query.origins())
                .bindArray("dests", String.class, query.destinations())
                .bind("from", query.from())
                .bind("to", query.to())
                .bind("cabin", query.cabin() == null ? null : query.cabin().value())
                .execute());
    }

    /** The current fares, those for the fewest miles first. */
    public List<KnownFare> current(FareFilter filter, int limit) {
        FareQuery query = filter.query();
        return database.with(open -> open.createQuery("""
                        select fare.*, route.program, route.origin, route.dest, route.cabin
                        from fare_route route
                        join fare on fare.route_id = route.id
                        where fare.gone_at is null
                          and fare.told_at >= coalesce(cast(:toldSince as timestamptz), '-infinity')
                          and (cast(:maxMiles as bigint) is null or fare.miles <= :maxMiles)
                          and (fare.seats is null or fare.seats >= :passengers)
                          and
                        """ + WITHIN
                        + "order by fare.miles, fare.taxes_brl nulls last, fare.travel_day, fare.id limit :limit")
                .bind("toldSince", filter.toldSince())
                .bind("maxMiles", filter.maxMiles())
                .bind("passengers", query.passengers())
                .bind("limit", limit)
                .bindArray("origins", String.class, query.origins())
                .bindArray("dests", String.class, query.destinations())
                .bind("from", query.from())
                .bind("to", query.to())
                .bind("cabin", query.cabin() == null ? null : query.cabin().value())
                .map((row, context) -> FareRows.known(row))
                .list());
    }

    /** Some current fares, by their numbers; those that are gone are left out. */
    public List<KnownFare> byId(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.with(open -> open.createQuery("""
                        select fare.*, route.program, route.origin, route.dest, route.cabin
                        from fare
                        join fare_route route on route.id = fare.route_id
                        where fare.id = any(:ids)
                          and fare.gone_at is null
                        order by fare.id
                        """)
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> FareRows.known(row))
                .list());
    }

    /**
     * The fares that are new, gone or have another number of seats since an instant, the newest change first. Of several
     * providers who tell of the same seats, the one with most of them is heard.
     *
     * @param from the instant, or null for all that there are now
     * @param today the first day of departure
     * @param most at most so many
     */
    public List<FareChange> changedSince(@Nullable Instant from, LocalDate today, int most) {
        return database.with(open -> open.createQuery("""
                        with changed as materialized (
                            select route_id, travel_day, max(seats_at) as changed_at
                            from fare
                            where travel_day >= :today
                              and (seats_at >= cast(:from as timestamptz)
                                   or (cast(:from as timestamptz) is null and gone_at is null))
                            group by route_id, travel_day
                            order by changed_at desc, route_id, travel_day
                            limit :most),
                        best as (
                            select distinct on (route_id, travel_day) fare.*, changed_at
                            from changed
                            join fare using (route_id, travel_day)
                            order by route_id, travel_day, gone_at nulls first, seats desc nulls last, miles, fare.id)
                        select best.*, route.program, route.origin, route.dest, route.cabin
                        from best
                        join fare_route route on route.id = best.route_id
                        order by changed_at desc, route_id, travel_day
                        """)
                .bind("from", from)
                .bind("today", today)
                .bind("most", most)
                .map((row, context) -> FareRows.change(row))
                .list());
    }

    /**
     * What a route cost, by the day of departure and then by when it was seen; at most 10,000 prices.
     *
     * @param from the first day of departure
     * @param to the last day of departure
     */
    public List<PricePoint> history(FareRoute route, LocalDate from, LocalDate to) {
        return database.with(open -> of(open, """
                        select travel_day, seen_at, miles, taxes_brl, seats, stops, provider
                        from fare_price
                        where route_id = (<route>)
                          and travel_day between :from and :to
                        order by travel_day, seen_at
                        limit :limit
                        """, route)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", MOST_POINTS)
                .map((row, context) -> FareRows.price(row))
                .list());
    }

    /**
     * What a route usually costs.
     *
     * @param day only departures of that day, or null for all
     */
    public FareStatistics statistics(FareRoute route, @Nullable LocalDate day, Instant now) {
        return database.with(open -> of(open, "select * from fare_statistics((<route>), :day, :now)", route)
                .bind("day", day)
                .bind("now", now)
                .map((row, context) -> FareRows.statistics(row))
                .one());
    }

    private static Query of(Handle open, String sql, FareRoute route) {
        return open.createQuery(sql)
                .define("route", ROUTE)
                .bind("program", route.program().value())
                .bind("origin", route.origin())
                .bind("dest", route.destination())
                .bind("cabin", route.cabin().value());
    }
}
