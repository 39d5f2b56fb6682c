package org.milesbot.store.promo;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.store.db.Database;

/** Finds what a promo can be held against. */
public final class SimilarPromos {

    /** Further back nobody looks: it says less the older it is, and the time for it stays within bounds. */
    private static final int LOOKED_AT = 300;

    private final Database database;

    public SimilarPromos(Database database) {
        this.database = database;
    }

    /**
     * Earlier promos of the same programme and kind that take points from one of the same origins or go to the same place;
     * those first whose percentage is nearest, of these the last published.
     *
     * @param limit at most so many
     */
    public List<UUID> before(PromoRow row, int limit) {
        Percent percent = row.promo().bonus().highest();
        BigDecimal asked = percent == null ? null : percent.value();
        return database.with(open -> open.createQuery("""
                        with earlier as (
                            select id, kind, origins, bonus_pct, published_at, coalesce(dest, dest_city) as place
                            from promo
                            where program = :program and published_at < :published
                            order by published_at desc, id
                            limit :looked)
                        select id
                        from earlier
                        where kind = :kind
                          and id <> :id
                          and (origins && cast(:origins as text[])
                            or cardinality(origins) = 0 and cardinality(cast(:origins as text[])) = 0)
                          and place is not distinct from (select coalesce(dest, dest_city) from promo where id = :id)
                        order by abs(bonus_pct - cast(:percent as numeric)) nulls last, published_at desc, id
                        limit :limit
                        """)
                .bind("program", row.promo().program().value())
                .bind("published", row.publishedAt())
                .bind("looked", LOOKED_AT)
                .bind("kind", row.promo().kind().value())
                .bind("id", row.id())
                .bindArray(
                        "origins",
                        String.class,
                        row.promo().origins().stream().map(OriginId::value).toList())
                .bind("percent", asked)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }
}
