package org.milesbot.store.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.store.db.Database;

/** Lists what flights cost in miles. */
public final class AwardFares {

    private static final String FROM = "coalesce(origin, origin_city)";
    private static final String TO = "coalesce(dest, dest_city)";

    private final Database database;

    public AwardFares(Database database) {
        this.database = database;
    }

    /**
     * A way that flights with a price go.
     *
     * @param from where they start, as an IATA code of an airport, or of a city where no airport is told
     * @param to where they go
     * @param prices how many prices are known
     * @param leastMiles the lowest, or null if none is told in miles
     */
    public record Way(
            String from, String to, long prices, @Nullable Long leastMiles) {}

    /** The ways that are known, those with the most prices first. */
    public List<Way> ways(int limit) {
        return database.with(open -> open.createQuery(
                        "select " + FROM + " as departure, " + TO + """
                         as arrival, count(*) as prices, min(miles) as least
                        from promo
                        where kind = :kind
                        group by 1, 2
                        having
                        """ + " " + FROM + " is not null and " + TO + """
                         is not null
                        order by prices desc, 1, 2
                        limit :limit
                        """)
                .bind("kind", PromoKind.AWARD_FARE.value())
                .bind("limit", limit)
                .map((row, context) -> new Way(
                        row.getString("departure"),
                        row.getString("arrival"),
                        row.getLong("prices"),
                        row.getObject("least", Long.class)))
                .list());
    }

    /**
     * The prices from one airport or city to another, the last published first.
     *
     * @param from an IATA code
     * @param to an IATA code
     * @param limit at most so many
     */
    public List<PromoRow> between(String from, String to, int limit) {
        return database.with(open -> open.createQuery("""
                        select *
                        from promo
                        where kind = :kind
                          and :from in (origin, origin_city)
                          and :to in (dest, dest_city)
                        order by published_at desc, id
                        limit :limit
                        """)
                .bind("kind", PromoKind.AWARD_FARE.value())
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map(PromoRowMapper.INSTANCE)
                .list());
    }
}
