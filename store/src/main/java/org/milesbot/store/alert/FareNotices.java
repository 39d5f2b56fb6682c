package org.milesbot.store.alert;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.milesbot.store.alert.FareNotice.Cause;
import org.milesbot.store.db.Database;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.fare.KnownFare;

/** Reads why people are told of fares. */
public final class FareNotices {

    private final Database database;
    private final Fares fares;

    public FareNotices(Database database) {
        this.database = database;
        fares = new Fares(database);
    }

    private record Kept(long id, long fare, long miles, Cause cause) {}

    /** Some notices, by their numbers; those of fares that are gone are left out. */
    public Map<Long, FareNotice> byId(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Kept> kept = database.with(open -> open.createQuery("""
                        select id, fare_id, miles, ceiling, is_cheap, previous_low, median, history_days
                        from fare_notice
                        where id = any(:ids)
                        """)
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> new Kept(
                        row.getLong("id"),
                        row.getLong("fare_id"),
                        row.getLong("miles"),
                        new Cause(
                                row.getObject("ceiling", Long.class),
                                row.getBoolean("is_cheap"),
                                row.getObject("previous_low", Long.class),
                                row.getObject("median", Long.class),
                                row.getInt("history_days"))))
                .list());
        Map<Long, KnownFare> now = fares.byId(kept.stream().map(Kept::fare).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(KnownFare::id, Function.identity()));
        return kept.stream()
                .filter(notice -> now.containsKey(notice.fare()))
                .collect(Collectors.toMap(
                        Kept::id,
                        notice -> new FareNotice(
                                notice.id(),
                                Objects.requireNonNull(now.get(notice.fare())),
                                notice.miles(),
                                notice.cause())));
    }
}
