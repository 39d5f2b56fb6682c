package org.milesbot.store.score;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /**
     * Who reports a promo.
     *
     * @param announcedAt when it was first published or seen
     * @param sources those that report it, each once, in order
     * @param best the provenance of the one nearest to the programme
     */
    public record Reported(UUID promo, Instant announcedAt, List<String> sources, Provenance best) {

        /** Copies the sources. */
        public Reported {
            sources = List.copyOf(sources);
        }
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
     * stay as they were are not written. A promo that is gone is passed over.
     *
     * @return how many promos have other parts than before
     */
    public static int update(Handle transaction, List<Reported> reported) {
        SourceRecords.Changes changes = new SourceRecords.Changes();
        int changed = 0;
        for (int from = 0; from < reported.size(); from += BATCH) {
            List<Row> batch = new ArrayList<>();
            for (Found one : found(transaction, reported.subList(from, Math.min(reported.size(), from + BATCH)))) {
                if (!one.now().equals(one.before())) {
                    changes.replace(
                            one.before() == null ? List.of() : one.before().sources(),
                            one.now().sources());
                    batch.add(one.now());
                }
            }
            write(transaction, batch);
            changed += batch.size();
        }
        SourceRecords.apply(transaction, changes);
        return changed;
    }

    private record Row(UUID promo, Instant announcedAt, List<String> sources, double provenance, double structure) {}

    private record Found(Row now, @Nullable Row before) {}

    private static List<Found> found(Handle transaction, List<Reported> reported) {
        Map<UUID, Reported> byPromo = reported.stream().collect(Collectors.toMap(Reported::promo, Function.identity()));
        return transaction
                .createQuery("""
                        select promo.id as promo_id, promo.kind,
                            array(select jsonb_object_keys(promo.evidence)) as evidence,
                            kept.announced_at as kept_announced_at, kept.sources as kept_sources,
                            kept.provenance as kept_provenance, kept.structure as kept_structure
                        from promo
                        left join promo_score kept on kept.promo_id = promo.id
                        where promo.id = any(:promos)
                        """)
                .bindArray("promos", UUID.class, byPromo.keySet())
                .map((row, context) -> new Found(
                        now(row, Objects.requireNonNull(byPromo.get(row.getObject("promo_id", UUID.class)))),
                        before(row)))
                .list();
    }

    private static Row now(ResultSet row, Reported reported) throws SQLException {
        return new Row(
                reported.promo(),
                reported.announcedAt(),
                reported.sources(),
                new Support(reported.best(), reported.sources().size()).provenance(),
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
