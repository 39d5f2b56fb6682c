package org.milesbot.store.score;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.score.Campaign.Lower;

/** Reads the transfer bonuses that others are compared with: those that are settled and have a percentage. */
public final class Campaigns {

    private Campaigns() {}

    /** The campaigns of some programmes that were announced before an instant. */
    public static CampaignHistory before(Handle open, Instant until, Collection<ProgramId> programs) {
        return read(open, until, programs);
    }

    /** All campaigns. */
    static CampaignHistory all(Handle open) {
        return read(open, null, null);
    }

    private static CampaignHistory read(
            Handle open, @Nullable Instant until, @Nullable Collection<ProgramId> programs) {
        // Many campaigns share programme, origins and percentage; sent once for all of them, 50,000 come in a moment.
        return CampaignHistory.of(open
                .createQuery("""
                        with raised as (
                            select promo_id,
                                array_agg(before order by happened_at, id) as lower,
                                array_agg(
                                    cast(extract(epoch from happened_at) * 1000000 as bigint)
                                    order by happened_at, id) as until
                            from promo_event
                            where kind = 'raised' and before is not null
                            group by promo_id)
                        select program, origins, bonus_pct, lower, until,
                            array_agg(cast(extract(epoch from announced_at) * 1000000 as bigint)) as announced
                        from promo
                        join promo_score on promo_score.promo_id = id
                        left join raised on raised.promo_id = id
                        where kind = 'transfer_bonus'
                          and bonus_pct is not null
                          and (cast(:programs as text[]) is null or program = any(:programs))
                          and (cast(:until as timestamptz) is null or announced_at < :until)
                        group by program, origins, bonus_pct, lower, until
                        """)
                .bind(
                        "programs",
                        programs == null
                                ? null
                                : programs.stream().map(ProgramId::value).toArray(String[]::new))
                .bind("until", until)
                .map((row, context) -> campaigns(row))
                .stream()
                .flatMap(campaigns -> campaigns)
                .toList());
    }

    private static Stream<Campaign> campaigns(ResultSet row) throws SQLException {
        ProgramId program = new ProgramId(row.getString("program"));
        Percent percent = new Percent(row.getBigDecimal("bonus_pct"));
        Set<OriginId> origins = Stream.of((String[]) row.getArray("origins").getArray())
                .map(OriginId::new)
                .collect(Collectors.toUnmodifiableSet());
        List<Lower> lower = lower(row);
        return Stream.of((Long[]) row.getArray("announced").getArray())
                .map(micros -> new Campaign(program, origins, percent, instant(micros), lower));
    }

    private static List<Lower> lower(ResultSet row) throws SQLException {
        if (row.getArray("lower") == null) {
            return List.of();
        }
        String[] percents = (String[]) row.getArray("lower").getArray();
        Long[] until = (Long[]) row.getArray("until").getArray();
        return IntStream.range(0, percents.length)
                .mapToObj(i -> new Lower(Percent.of(percents[i]), instant(until[i])))
                .toList();
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
