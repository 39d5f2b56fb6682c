package org.milesbot.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.milesbot.store.db.Database;

/**
 * Reads what happened to campaigns. A consumer keeps the number of the last event that it dealt with, in the transaction
 * in which it dealt with it, and asks for those after it: so it misses none and sees none twice. Only one process writes
 * events at a time, so that an event never appears behind one that was already read.
 */
public final class PromoEvents {

    private static final String ALL = """
            select id, promo_id, kind, detail, before, happened_at, written_at, quiet
            from promo_event
            """;

    private final Database database;

    public PromoEvents(Database database) {
        this.database = database;
    }

    /**
     * The events after a number, in order.
     *
     * @param id the number of the last event that was dealt with; 0 for all
     * @param limit at most so many
     */
    public List<PromoEvent> after(long id, int limit) {
        return database.with(open -> open.createQuery(ALL + """
                        where id > :id
                        order by id
                        limit :limit
                        """)
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list());
    }

    /** Those of these events that are there, by their numbers. */
    public Map<Long, PromoEvent> byId(Collection<Long> ids) {
        return database.with(open -> open.createQuery(ALL + "where id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> event(row))
                .collect(Collectors.toMap(PromoEvent::id, Function.identity())));
    }

    /**
     * The last that people are told of, the newest first.
     *
     * @param limit at most so many
     */
    public List<PromoEvent> newest(int limit) {
        return database.with(open -> open.createQuery(ALL + """
                        where not quiet
                        order by id desc
                        limit :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list());
    }

    /**
     * The campaigns to which something happened that was written from an instant on, the newest first. Only the last events
     * are looked at, ten for each of them.
     *
     * @param most at most so many
     */
    public List<UUID> changedSince(Instant from, int most) {
        return database.with(open -> open.createQuery("""
                        select promo_id
                        from (
                            select id, promo_id, written_at
                            from promo_event
                            order by id desc
                            limit 10 * :most) as last
                        where written_at >= :from
                        group by promo_id
                        order by max(id) desc
                        limit :most
                        """)
                .bind("from", from)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** The lives of some campaigns, each in order; without those of which nothing is known. */
    public Map<UUID, List<PromoEvent>> of(Collection<UUID> promoIds) {
        return database.with(open -> open.createQuery(ALL + """
                        where promo_id = any(:promos)
                        order by happened_at, id
                        """)
                .bindArray("promos", UUID.class, promoIds)
                .map((row, context) -> event(row))
                .collect(Collectors.groupingBy(PromoEvent::promoId)));
    }

    /** The life of a campaign, in order. */
    public List<PromoEvent> of(UUID promoId) {
        return database.with(open -> open.createQuery(ALL + """
                        where promo_id = :promo
                        order by happened_at, id
                        """)
                .bind("promo", promoId)
                .map((row, context) -> event(row))
                .list());
    }

    /**
     * An event from its row.
     *
     * @throws SQLException if the row is not one of {@code promo_event}
     */
    public static PromoEvent event(ResultSet row) throws SQLException {
        return new PromoEvent(
                row.getLong("id"),
                row.getObject("promo_id", UUID.class),
                EventKind.of(row.getString("kind")),
                row.getString("detail"),
                row.getString("before"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("quiet"));
    }
}
