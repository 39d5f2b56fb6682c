package org.milesbot.store.forecast;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.db.Database;

/** What is known of the past: the transfer bonuses that are settled, and the days on which somebody watched. */
public final class PastCampaigns {

    /** The source under which imported histories are kept. */
    public static final String IMPORTED = "history";

    private final Database database;

    public PastCampaigns(Database database) {
        this.database = database;
    }

    /**
     * The campaigns that were announced by an instant and not withdrawn, oldest first and always in the same order. What
     * they say is what is known of them today. A promo that is not settled yet is left out: it may be of a campaign that is
     * there already.
     *
     * @param until the last instant
     * @param programs only of these; of all if empty
     */
    public List<PastCampaign> knownBy(Instant until, Collection<ProgramId> programs) {
        return database.with(open -> open.createQuery("""
                        select program, origins, bonus_pct, base_pct, start_dt,
                            case when date_suspect then null else end_dt end as last_dt,
                            cast(announced_at at time zone :zone as date) as announced_on,
                            src_url
                        from promo
                        join promo_score on promo_id = id
                        where kind = 'transfer_bonus'
                          and state <> 'withdrawn'
                          and announced_at <= :until
                          and (cardinality(cast(:programs as text[])) = 0 or program = any(:programs))
                        order by coalesce(start_dt, cast(announced_at at time zone :zone as date)),
                            program collate "C", origins, bonus_pct, base_pct, last_dt, id
                        """)
                .bind("zone", Zones.SAO_PAULO.getId())
                .bind("until", until)
                .bindArray(
                        "programs",
                        String.class,
                        programs.stream().map(ProgramId::value).toList())
                .map((row, context) -> campaign(row))
                .list());
    }

    /**
     * The highest percentage for each programme and window that was announced between two instants. Those that have these
     * in common are told as one, from wherever: of many thousands a few remain.
     */
    public List<PastCampaign> heights(Instant from, Instant until) {
        return database.with(open -> open.createQuery("""
                        select program, cast(array[] as text[]) as origins, max(bonus_pct) as bonus_pct,
                            cast(null as numeric) as base_pct, start_dt,
                            case when date_suspect then null else end_dt end as last_dt,
                            cast(announced_at at time zone :zone as date) as announced_on,
                            '' as src_url
                        from promo
                        join promo_score on promo_id = id
                        where kind = 'transfer_bonus'
                          and state <> 'withdrawn'
                          and announced_at between :from and :until
                        group by program, start_dt, last_dt, announced_on
                        order by program, start_dt, last_dt, announced_on
                        """)
                .bind("zone", Zones.SAO_PAULO.getId())
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> campaign(row))
                .list());
    }

    private static PastCampaign campaign(ResultSet row) throws SQLException {
        return new PastCampaign(
                new ProgramId(row.getString("program")),
                origins((String[]) row.getArray("origins").getArray()),
                Bonus.of(percent(row, "bonus_pct"), percent(row, "base_pct")),
                row.getObject("start_dt", LocalDate.class),
                row.getObject("last_dt", LocalDate.class),
                row.getObject("announced_on", LocalDate.class),
                row.getString("src_url"));
    }

    private static SortedSet<OriginId> origins(String[] slugs) {
        return Stream.of(slugs).map(OriginId::new).collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable Percent percent(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new Percent(value);
    }

    /** The days on which at least one scrape ended well, or in part, by an instant. */
    public SortedSet<LocalDate> watchedDays(Instant until) {
        return database.with(open -> open.createQuery("""
                        select distinct cast(ended_at at time zone :zone as date) as day
                        from run
                        where job = 'scrape'
                          and outcome in ('ok', 'partial')
                          and ended_at <= :until
                        """)
                .bind("zone", Zones.SAO_PAULO.getId())
                .bind("until", until)
                .mapTo(LocalDate.class)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet)));
    }

    /** The last day that an imported history tells of; it may be yet to come. Nothing if none was imported. */
    public Optional<LocalDate> importedUntil() {
        return database.with(open -> open.createQuery("""
                        select max(greatest(cast(published_at at time zone :zone as date), start_dt, end_dt))
                        from sighting
                        where source_name = :source
                        """)
                .bind("zone", Zones.SAO_PAULO.getId())
                .bind("source", IMPORTED)
                .mapTo(LocalDate.class)
                .findOne());
    }
}
