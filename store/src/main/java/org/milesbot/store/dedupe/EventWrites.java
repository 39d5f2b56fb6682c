package org.milesbot.store.dedupe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.milesbot.store.dedupe.Life.Happening;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.event.PromoEvents;

/** Writes what happened to campaigns, each thing once. */
final class EventWrites {

    private static final int AT_ONCE = 10_000;

    private final Handle transaction;
    private final Instant now;

    EventWrites(Handle transaction, Instant now) {
        this.transaction = transaction;
        this.now = now;
    }

    /** Something that happened to a promo. */
    record Row(UUID promo, Happening happening, boolean isQuiet) {

        static final Comparator<Row> BY_TIME = Comparator.comparing((Row row) -> row.happening.at())
                .thenComparing(row -> row.happening.kind())
                .thenComparing(Row::promo);
    }

    /** Writes what is not written yet, oldest first, and returns that. */
    List<PromoEvent> write(List<Row> rows) {
        List<Row> sorted = rows.stream().sorted(Row.BY_TIME).toList();
        List<PromoEvent> written = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            written.addAll(insert(sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE))));
        }
        written.sort(Comparator.comparing(PromoEvent::id));
        return written;
    }

    private List<PromoEvent> insert(List<Row> rows) {
        return transaction
                .createQuery("""
                        with happened as (
                            select promo_id, kind, detail, nullif(before, '') as before,
                                cast(happened_at as timestamptz) as happened_at, quiet, place
                            from unnest(:promos, :kinds, :details, :befores, :times, :quiet)
                                with ordinality
                                as happened (promo_id, kind, detail, before, happened_at, quiet, place))
                        insert into promo_event (promo_id, kind, detail, before, happened_at, written_at, quiet)
                        select promo_id, kind, detail, before, happened_at, :now, quiet
                        from happened
                        where not exists (
                            select
                            from promo_event known
                            where known.promo_id = happened.promo_id
                              and known.kind = happened.kind
                              and known.detail = happened.detail)
                        order by place
                        returning id, promo_id, kind, detail, before, happened_at, written_at, quiet
                        """)
                .bind("promos", rows.stream().map(Row::promo).toArray(UUID[]::new))
                .bind("kinds", strings(rows, row -> row.happening.kind().slug()))
                .bind("details", strings(rows, row -> row.happening.detail()))
                .bind("befores", strings(rows, row -> row.happening.before() == null ? "" : row.happening.before()))
                .bind("times", strings(rows, row -> row.happening.at().toString()))
                .bind("quiet", rows.stream().map(Row::isQuiet).toArray(Boolean[]::new))
                .bind("now", now)
                .map((row, context) -> PromoEvents.event(row))
                .list();
    }

    private static String[] strings(List<Row> rows, Function<Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
