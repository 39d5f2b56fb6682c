package org.milesbot.store.score;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Provenance;

/**
 * Keeps what scores are worked out from. It depends on the sightings and fields of promos alone and on no clock, so that
 * promos of which nothing changed need no care, however much time goes by.
 */
public final class Scores {

    private static final int BATCH = 5_000;

    private Scores() {}

    /** {@link #update} for promos by themselves, and {@link #reconcile}. */
    public static int refresh(Handle transaction, Collection<UUID> promos) {
        int changed = update(transaction, promos);
        if (!promos.isEmpty()) {
            reconcile(transaction);
        }
        return changed;
    }

    /**
     * Counts the records of sources anew if they speak of promos that are gone: once after many updates, because it looks
     * at every promo.
     */
    public static void reconcile(Handle transaction) {
        if (!SourceRecords.agree(transaction)) {
            SourceRecords.recount(transaction);
        }
    }

    /**
     * Works out anew the parts of these promos' scores and adds the difference to the records of their sources. Rows that
     * stay as they were are not written. A promo that is gone, or has no sighting, is passed over.
     *
     * @return how many promos have other parts than before
     */
    public static int update(Handle transaction, Collection<UUID> promos) {
        if (promos.isEmpty()) {
            return 0;
        }
        SourceRecords.Changes changes = new SourceRecords.Changes();
        List<Row> batch = new ArrayList<>();
        int changed = 0;
        try (Stream<Found> found = found(transaction, promos)) {
            for (Found one : (Iterable<Found>) found::iterator) {
                if (!one.now().equals(one.before())) {
                    changes.replace(
                            one.before() == null ? List.of() : one.before().sources(),
                            one.now().sources());
                    batch.add(one.now());
                    changed++;
                }
                if (batch.size() == BATCH) {
                    write(transaction, batch);
                    batch.clear();
                }
            }
        }
        write(transaction, batch);
        SourceRecords.apply(transaction, changes);
        return changed;
    }

    private record Row(UUID promo, Instant announcedAt, List<String> sources, double provenance, double structure) {}

    private record Found(Row now, @Nullable Row before) {}

    /** In one pass over the sightings, and a few at a time. */
    private static Stream<Found> found(Handle transaction, Collection<UUID> promos) {
        return transaction
                .createQuery("""
                        with told as (
                            select promo_id,
                                least(min(published_at), min(first_seen)) as announced_at,
                                array_agg(distinct source_name order by source_name) as sources,
                                array_agg(distinct provenance) as classes
                            from promo_fingerprint
                            join sighting using (fingerprint)
                            where promo_id = any(:promos)
                            group by promo_id)
                        select told.promo_id, told.announced_at, told.sources, told.classes, promo.kind,
                            array(select jsonb_object_keys(promo.evidence)) as evidence,
                            kept.announced_at as kept_announced_at, kept.sources as kept_sources,
                            kept.provenance as kept_provenance, kept.structure as kept_structure
                        from told
                        join promo on promo.id = told.promo_id
                        left join promo_score kept on kept.promo_id = told.promo_id
                        """)
                .bindArray("promos", UUID.class, promos)
                .setFetchSize(BATCH)
                .map((row, context) -> new Found(now(row), before(row)))
                .stream();
    }

    private static Row now(ResultSet row) throws SQLException {
        List<String> sources = strings(row.getArray("sources"));
        Provenance best = strings(row.getArray("classes")).stream()
                .map(name -> Provenance.valueOf(name.toUpperCase(Locale.ROOT)))
                .min(Provenance::compareTo)
                .orElseThrow();
        return new Row(
                row.getObject("promo_id", UUID.class),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                sources,
                new Support(best, sources.size()).provenance(),
                KeyFields.share(new PromoKind(row.getString("kind")), Set.copyOf(strings(row.getArray("evidence")))));
    }

    private static @Nullable Row before(ResultSet row) throws SQLException {
        OffsetDateTime announcedAt = row.getObject("kept_announced_at", OffsetDateTime.class);
        return announcedAt == null
                ? null
                : new Row(
                        row.getObject("promo_id", UUID.class),
                        announcedAt.toInstant(),
                        strings(row.getArray("kept_sources")),
                        row.getDouble("kept_provenance"),
                        row.getDouble("kept_structure"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).toList();
    }

    private static void write(Handle transaction, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<UUID> promos = new ArrayList<>();
        List<String> announced = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        List<Double> provenances = new ArrayList<>();
        List<Double> structures = new ArrayList<>();
        for (Row row : rows) {
            promos.add(row.promo());
            announced.add(row.announcedAt().toString());
            sources.add(String.join(",", row.sources()));
            provenances.add(row.provenance());
            structures.add(row.structure());
        }
        transaction
                .createUpdate("""
                        insert into promo_score (promo_id, announced_at, sources, provenance, structure)
                        select promo_id, cast(announced_at as timestamptz), string_to_array(sources, ','),
                            provenance, structure
                        from unnest(:promos, :announced, :sources, :provenances, :structures)
                            as told (promo_id, announced_at, sources, provenance, structure)
                        on conflict (promo_id) do update
                        set announced_at = excluded.announced_at,
                            sources = excluded.sources,
                            provenance = excluded.provenance,
                            structure = excluded.structure
                        """)
                .bindArray("promos", UUID.class, promos)
                .bindArray("announced", String.class, announced)
                .bindArray("sources", String.class, sources)
                .bindArray("provenances", Double.class, provenances)
                .bindArray("structures", Double.class, structures)
                .execute();
    }
}
