package org.milesbot.plugin.seatmap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareChange;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.storage.Storage;

/** The plug-in's own tables: all of its SQL is here. */
final class SeatTables {

    private static final int MOST_QUERIES = 1_000;

    /** In one statement, so that what was there before is what was there before. */
    private static final String LEARN = """
            with told as materialized (
                select distinct on (program, origin, dest, day, cabin)
                    program, origin, dest, cast(day as date) as day, cabin, seats, is_exact, miles,
                    cast(nullif(taxes, '') as numeric) as taxes, cast(nullif(stops, '') as integer) as stops,
                    nullif(link, '') as link, cast(seen as timestamptz) as seen_at
                from unnest(?, ?, ?, ?, ?, cast(? as integer[]), cast(? as boolean[]), cast(? as bigint[]), ?, ?, ?, ?)
                    as each (program, origin, dest, day, cabin, seats, is_exact, miles, taxes, stops, link, seen)
                order by program, origin, dest, day, cabin, seats desc),
            opened as (
                insert into opening (
                    watch_id, chat_id, batch, found_at, found_on, program, origin, dest, day, cabin)
                select distinct on (watch.chat_id, origin, dest, day, cabin)
                    watch.id, watch.chat_id, ?, ?, ?, program, origin, dest, day, cabin
                from told
                join watch using (origin, dest, cabin)
                left join seat using (program, origin, dest, day, cabin)
                where told.day between watch.first_day and watch.last_day
                  and told.seats >= watch.seats
                  and coalesce(seat.seats, 0) < watch.seats
                order by watch.chat_id, origin, dest, day, cabin, told.miles, watch.id
                on conflict on constraint opening_once do nothing
                returning 1),
            kept as (
                insert into seat (
                    program, origin, dest, day, cabin, seats, is_exact, miles, taxes, stops, link, seen_at)
                select * from told
                on conflict (origin, dest, cabin, day, program) do update
                set seats = excluded.seats, is_exact = excluded.is_exact, miles = excluded.miles,
                    taxes = excluded.taxes, stops = excluded.stops, link = excluded.link, seen_at = excluded.seen_at)
            select count(*) from opened
            """;

    private static final String SEAT =
            "seat.program, seat.origin, seat.dest, seat.day, seat.cabin, seat.seats, is_exact, miles, taxes, stops, link\n";

    private final Storage storage;

    SeatTables(Storage storage) {
        this.storage = storage;
    }

    /** A watch of somebody. */
    record Watch(long id, Wish wish) {}

    /**
     * What somebody is to be told.
     *
     * @param batch the run that found it
     * @param total how many that run found for them
     */
    record Opening(long chatId, long batch, Locale language, int total, Seat seat) {}

    /** Whether there are tables here. */
    boolean areThere() {
        return storage.isAvailable();
    }

    Storage storage() {
        return storage;
    }

    /**
     * Learns how many seats there are now, and forgets what is over.
     *
     * @return how many openings there are that somebody waits for
     */
    long learn(List<FareChange> changes, Instant now) throws SQLException {
        LocalDate today = LocalDate.ofInstant(now, Zones.SAO_PAULO);
        return storage.inTransaction(connection -> {
            forget(connection, today);
            try (PreparedStatement learn = connection.prepareStatement(LEARN)) {
                bind(connection, learn, changes);
                learn.setLong(13, now.toEpochMilli());
                learn.setObject(14, now.atOffset(ZoneOffset.UTC));
                learn.setObject(15, today);
                try (ResultSet row = learn.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private static void forget(Connection connection, LocalDate today) throws SQLException {
        for (String over : List.of(
                "delete from watch where last_day < ?",
                "delete from seat where day < ?",
                "delete from opening where found_on < ?")) {
            try (PreparedStatement delete = connection.prepareStatement(over)) {
                delete.setObject(1, over.contains("opening") ? today.minusDays(2) : today);
                delete.executeUpdate();
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement learn, List<FareChange> changes)
            throws SQLException {
        List<AwardFare> fares = changes.stream().map(FareChange::fare).toList();
        List<Object[]> columns = List.of(
                fares.stream().map(fare -> fare.program().value()).toArray(),
                fares.stream().map(AwardFare::origin).toArray(),
                fares.stream().map(AwardFare::destination).toArray(),
                fares.stream().map(fare -> fare.date().toString()).toArray(),
                fares.stream().map(fare -> fare.cabin().value()).toArray(),
                changes.stream().map(SeatTables::seats).toArray(),
                changes.stream()
                        .map(change -> change.isGone() || change.fare().seats() != null)
                        .toArray(),
                fares.stream().map(AwardFare::miles).toArray(),
                fares.stream().map(fare -> text(fare.taxesBrl())).toArray(),
                fares.stream().map(fare -> text(fare.stops())).toArray(),
                fares.stream().map(fare -> text(fare.link())).toArray(),
                fares.stream().map(fare -> fare.fetchedAt().toString()).toArray());
        for (int i = 0; i < columns.size(); i++) {
            learn.setArray(i + 1, connection.createArrayOf("text", columns.get(i)));
        }
    }

    /** Who names a fare and no number has one seat at least. */
    private static int seats(FareChange change) {
        Integer seats = change.fare().seats();
        return change.isGone() ? 0 : seats == null ? 1 : seats;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * What was found since an instant and is still there, in the order of when it was found and of whom it is for.
     *
     * @param most at most so many flights for one person and run
     */
    List<Opening> openSince(Instant since, int most) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Opening> open = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("select * from (select language, batch, " + SEAT + """
                    , opening.chat_id, count(*) over one as total,
                        row_number() over (one order by seat.day, miles, opening.id) as place
                    from opening
                    join watch on watch.id = opening.watch_id
                    join seat on (seat.program, seat.origin, seat.dest, seat.day, seat.cabin)
                        = (opening.program, opening.origin, opening.dest, opening.day, opening.cabin)
                    where found_at >= ?
                      and seat.seats >= watch.seats
                    window one as (partition by opening.chat_id, batch)) as told
                    where place <= ?
                    order by batch, chat_id, place
                    limit ?
                    """)) {
                select.setObject(1, since.atOffset(ZoneOffset.UTC));
                select.setInt(2, most);
                select.setLong(3, (long) most * JobResult.MOST_NOTES);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        open.add(new Opening(
                                row.getLong("chat_id"),
                                row.getLong("batch"),
                                Locale.forLanguageTag(row.getString("language")),
                                row.getInt("total"),
                                seat(row)));
                    }
                }
            }
            return open;
        });
    }

    /**
     * Keeps a watch; of one for the same flights, the number of seats changes.
     *
     * @param most how many one person may have
     * @return whether it is kept; false if they have as many others
     */
    boolean watch(long chatId, Locale language, Wish wish, int most, Instant now) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into watch (chat_id, language, origin, dest, first_day, last_day, cabin, seats, created_at)
                    select ?, ?, ?, ?, ?, ?, ?, ?, ?
                    where (
                        select count(*)
                        from watch
                        where chat_id = ?
                          and (origin, dest, first_day, last_day, cabin) <> (?, ?, ?, ?, ?)) < ?
                    on conflict on constraint watch_once do update
                    set seats = excluded.seats, language = excluded.language
                    """)) {
                insert.setLong(1, chatId);
                insert.setString(2, language.getLanguage());
                bind(insert, 3, wish);
                insert.setInt(8, wish.seats());
                insert.setObject(9, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                insert.setLong(10, chatId);
                bind(insert, 11, wish);
                insert.setInt(16, most);
                return insert.executeUpdate() > 0;
            }
        });
    }

    private static void bind(PreparedStatement statement, int from, Wish wish) throws SQLException {
        statement.setString(from, wish.origin());
        statement.setString(from + 1, wish.dest());
        statement.setObject(from + 2, wish.from());
        statement.setObject(from + 3, wish.to());
        statement.setString(from + 4, wish.cabin());
    }

    /** The flights that a wish is about and that have as many seats as it wants. */
    List<Seat> open(Wish wish, int most) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select " + SEAT + """
                    from seat
                    where origin = ?
                      and dest = ?
                      and day between ? and ?
                      and cabin = ?
                      and seats >= ?
                    order by day, miles
                    limit ?
                    """)) {
                bind(select, 1, wish);
                select.setInt(6, wish.seats());
                select.setInt(7, most);
                return seats(select);
            }
        });
    }

    private static List<Seat> seats(PreparedStatement select) throws SQLException {
        List<Seat> seats = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                seats.add(seat(row));
            }
        }
        return seats;
    }

    private static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                row.getString("program"),
                row.getString("origin"),
                row.getString("dest"),
                row.getObject("day", LocalDate.class),
                row.getString("cabin"),
                row.getInt("seats"),
                row.getBoolean("is_exact"),
                row.getLong("miles"),
                row.getBigDecimal("taxes"),
                row.getObject("stops", Integer.class),
                row.getString("link"));
    }

    /** Somebody's watches, in the order of their days. */
    List<Watch> watches(long chatId) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Watch> watches = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select id, origin, dest, first_day, last_day, cabin, seats
                    from watch
                    where chat_id = ?
                    order by first_day, origin, dest, cabin, id
                    """)) {
                select.setLong(1, chatId);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        watches.add(new Watch(row.getLong("id"), wish(row)));
                    }
                }
            }
            return watches;
        });
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                row.getString("origin"),
                row.getString("dest"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("cabin"),
                row.getInt("seats"));
    }

    /** Ends a watch of somebody's; nothing happens if it is none of theirs. */
    void unwatch(long chatId, long id) throws SQLException {
        storage.inTransaction(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from watch where id = ? and chat_id = ?")) {
                delete.setLong(1, id);
                delete.setLong(2, chatId);
                return delete.executeUpdate();
            }
        });
    }

    /** The flights that people wait for; those first that most do. */
    List<FareQuery> wanted(LocalDate today) throws SQLException {
        return storage.inTransaction(connection -> {
            List<FareQuery> wanted = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select origin, dest, first_day, last_day, cabin
                    from (
                        select origin, dest, greatest(first_day, ?) as first_day, last_day, cabin
                        from watch
                        where last_day >= ?) as waited
                    group by origin, dest, first_day, last_day, cabin
                    order by count(*) desc, first_day, origin, dest
                    limit ?
                    """)) {
                select.setObject(1, today);
                select.setObject(2, today);
                select.setInt(3, MOST_QUERIES);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        wanted.add(query(row));
                    }
                }
            }
            return wanted;
        });
    }

    private static FareQuery query(ResultSet row) throws SQLException {
        return new FareQuery(
                new TreeSet<>(List.of(row.getString("origin"))),
                new TreeSet<>(List.of(row.getString("dest"))),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                new Cabin(row.getString("cabin")),
                1);
    }
}
