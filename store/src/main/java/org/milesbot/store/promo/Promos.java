package org.milesbot.store.promo;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.db.Database;

/** Lists the promos that are kept. */
public final class Promos {

    /** A promo whose end nobody stated counts as open for so long after it was published. */
    private static final int DAYS_WITHOUT_END = 15;

    private final Database database;

    public Promos(Database database) {
        this.database = database;
    }

    /** The promos that pass the filter, newest first; always in the same order. */
    public List<PromoRow> list(PromoFilter filter) {
        return database.with(open -> {
            Query query = open.createQuery("""
                    select id, kind, program, origins, bonus_pct, base_pct, tiers, min_points, cap_points,
                        start_dt, start_time, end_dt, end_time, origin, dest, cabin, miles, taxes_brl,
                        gain, origin_city, dest_city, trip, travel_from, travel_to,
                        rate_max, rate_base, rate_unit, shops, plan, monthly_price_brl, evidence,
                        source_name, provenance, title, src_url, published_at, fetched_at, date_suspect
                    from promo
                    where (cardinality(cast(:programs as text[])) = 0 or program = any(:programs))
                      and (cast(:from as text) is null or origins && array[cast(:from as text), '*'])
                      and (cast(:kind as text) is null or kind = :kind)
                      and (cast(:since as timestamptz) is null or published_at >= :since)
                      and (cast(:day as date) is null
                        or (start_dt is null or start_dt <= :day)
                          and (end_dt >= :day or end_dt is null and published_at >= :recent))
                    order by published_at desc, id
                    limit :limit
                    """);
            return bind(query, filter).map(PromoRowMapper.INSTANCE).list();
        });
    }

    private static Query bind(Query query, PromoFilter filter) {
        LocalDate day = filter.activeOn();
        return query.bindArray(
                        "programs",
                        String.class,
                        filter.programs().stream().map(ProgramId::value).toList())
                .bind("from", slug(filter.from()))
                .bind("kind", filter.kind() == null ? null : filter.kind().value())
                .bind("since", filter.since())
                .bind("day", day)
                .bind(
                        "recent",
                        day == null
                                ? null
                                : day.minusDays(DAYS_WITHOUT_END)
                                        .atStartOfDay(Zones.SAO_PAULO)
                                        .toInstant())
                .bind("limit", filter.limit());
    }

    private static @Nullable String slug(@Nullable OriginId origin) {
        return origin == null ? null : origin.value();
    }

    /** How much is kept. */
    public Counts counts() {
        return database.with(open -> open.createQuery("""
                        select
                            (select count(*) from capture) as captures,
                            (select count(*) from sighting) as sightings,
                            (select count(*) from promo) as promos
                        """)
                .map((row, context) ->
                        new Counts(row.getLong("captures"), row.getLong("sightings"), row.getLong("promos")))
                .one());
    }
}
