package org.milesbot.store.dedupe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes promos, and writes only what is not there yet. */
final class PromoWrites {

    private static final int AT_ONCE = 10_000;

    private static final String INSERT =
            FreshPromos.WITH + """
            insert into promo (id, fingerprint, kind, program, %s, settled_at)
            select id, founder, kind, program, %s, cast(:now as timestamptz)
            from fresh
            """.formatted(FreshPromos.columns(""), FreshPromos.columns(""));

    private static final String TELL = FreshPromos.WITH
            + """
            update promo
            set (%s, settled_at) = (select %s, cast(:now as timestamptz))
            from fresh
            where promo.id = fresh.id
              and (promo.settled_at is null or (%s) is distinct from (%s))
            returning promo.id
            """.formatted(
                            FreshPromos.columns(""),
                            FreshPromos.columns("fresh."),
                            FreshPromos.columns("promo."),
                            FreshPromos.columns("fresh."));

    private static final String ASSIGNED = """
            with settled as (
                select fingerprint, promo_id, like_that, string_to_array(agreed, ',') as agreed,
                    string_to_array(differed, ',') as differed, margin
                from unnest(:fingerprints, :promos, :likes, :agreed, :differed, :margins)
                    as settled (fingerprint, promo_id, like_that, agreed, differed, margin))
            """;

    private static final String ASSIGN = ASSIGNED + """
            insert into promo_fingerprint (fingerprint, promo_id, like_that, agreed, differed, margin)
            select fingerprint, promo_id, like_that, agreed, differed, margin
            from settled
            """;

    private static final String REASSIGN = ASSIGNED + """
            update promo_fingerprint as known
            set (promo_id, like_that, agreed, differed, margin)
                = (settled.promo_id, settled.like_that, settled.agreed, settled.differed, settled.margin)
            from settled
            where known.fingerprint = settled.fingerprint
            """;

    private final Handle transaction;

    PromoWrites(Handle transaction) {
        this.transaction = transaction;
    }

    /** Adds promos that are not there. */
    void insert(List<Telling> added, Instant now) {
        each(
                added,
                some -> FreshPromos.bind(transaction.createUpdate(INSERT), some)
                        .bind("now", now)
                        .execute());
    }

    /** Puts fingerprints to their promos that belong to none yet. */
    void assign(List<Assigned> added) {
        each(added, some -> write(ASSIGN, some));
    }

    /** Puts fingerprints to other promos, or gives other reasons. */
    void reassign(List<Assigned> changed) {
        each(changed, some -> write(REASSIGN, some));
    }

    private void write(String sql, List<Assigned> assigned) {
        transaction
                .createUpdate(sql)
                .bind("fingerprints", array(assigned, each -> each.fingerprint().toBytes(), byte[][]::new))
                .bind("promos", array(assigned, Assigned::promo, UUID[]::new))
                .bind("likes", array(assigned, Assigned::likeThatBytes, byte[][]::new))
                .bind("agreed", array(assigned, Assigned::agreed, String[]::new))
                .bind("differed", array(assigned, Assigned::differed, String[]::new))
                .bind("margins", array(assigned, Assigned::margin, Integer[]::new))
                .execute();
    }

    /** Makes promos that are there tell what their sightings amount to; returns those that told something else before. */
    List<UUID> tell(List<Telling> tellings, Instant now) {
        List<UUID> changed = new ArrayList<>();
        each(
                tellings,
                some -> changed.addAll(FreshPromos.bind(transaction.createQuery(TELL), some)
                        .bind("now", now)
                        .mapTo(UUID.class)
                        .list()));
        return changed;
    }

    /** Lets promos go that turned out to be another, or that nothing supports any more. */
    void remove(Map<UUID, UUID> merged, Collection<UUID> empty, Instant now) {
        if (!merged.isEmpty()) {
            transaction
                    .createUpdate("""
                            with merged as (select * from unnest(:from, :into) as merged (id, promo_id)),
                            repointed as (
                                update promo_alias alias
                                set promo_id = merged.promo_id
                                from merged
                                where alias.promo_id = merged.id)
                            insert into promo_alias (id, promo_id, merged_at)
                            select merged.id, merged.promo_id, :now
                            from merged
                            where exists (select from promo_event where promo_event.promo_id = merged.id)
                            on conflict (id) do update
                            set promo_id = excluded.promo_id, merged_at = excluded.merged_at
                            """)
                    .bind("from", array(List.copyOf(merged.entrySet()), Map.Entry::getKey, UUID[]::new))
                    .bind("into", array(List.copyOf(merged.entrySet()), Map.Entry::getValue, UUID[]::new))
                    .bind("now", now)
                    .execute();
        }
        List<UUID> gone =
                Stream.concat(merged.keySet().stream(), empty.stream()).toList();
        if (!gone.isEmpty()) {
            transaction
                    .createUpdate("delete from promo where id = any(:gone)")
                    .bind("gone", gone.toArray(UUID[]::new))
                    .execute();
        }
    }

    private static <T> void each(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private static <T, V> V[] array(List<T> rows, Function<T, ? extends @Nullable V> value, IntFunction<V[]> type) {
        return rows.stream().map(value).toArray(type);
    }
}
