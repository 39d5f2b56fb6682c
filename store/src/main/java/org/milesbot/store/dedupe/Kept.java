package org.milesbot.store.dedupe;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.promo.Fingerprint;

/**
 * How it was settled so far.
 *
 * @param promos the promos, by their ids
 * @param assigned the promo of each fingerprint, and why
 */
record Kept(Map<UUID, KeptPromo> promos, Map<Fingerprint, Assigned> assigned) {

    /**
     * A promo that is there.
     *
     * @param founder the fingerprint that its id was made of
     * @param announcedAs the number of its first event, or null if nobody was told of it
     */
    record KeptPromo(UUID id, Fingerprint founder, @Nullable Long announcedAs) {}

    /** Whatever has to do with some fingerprints: their promos, and all fingerprints of those. */
    static Kept around(Handle transaction, Collection<Fingerprint> fingerprints) {
        return load(transaction, """
                where promo.id in (
                    select known.promo_id from promo_fingerprint known where known.fingerprint = any(:fingerprints))
                """, Map.of("fingerprints", bytes(fingerprints)));
    }

    /** Whatever there is of a block. */
    static Kept of(Handle transaction, Block block) {
        return load(
                transaction,
                "where promo.kind = :kind and promo.program = :program",
                Map.of("kind", block.kind(), "program", block.program()));
    }

    private static Kept load(Handle transaction, String where, Map<String, Object> bindings) {
        Map<UUID, KeptPromo> promos = new HashMap<>();
        transaction
                .createQuery("""
                        select promo.id, promo.fingerprint,
                            (select min(event.id) from promo_event event where event.promo_id = promo.id) as announced
                        from promo
                        """ + where)
                .bindMap(bindings)
                .map((row, context) -> promo(row))
                .forEach(promo -> promos.put(promo.id(), promo));
        Map<Fingerprint, Assigned> assigned = new HashMap<>();
        transaction
                .createQuery("""
                        select mine.fingerprint, mine.promo_id, mine.like_that, mine.margin,
                            array_to_string(mine.agreed, ',') as agreed, array_to_string(mine.differed, ',') as differed
                        from promo
                        join promo_fingerprint mine on mine.promo_id = promo.id
                        """ + where)
                .bindMap(bindings)
                .map((row, context) -> assigned(row))
                .forEach(each -> assigned.put(each.fingerprint(), each));
        return new Kept(promos, assigned);
    }

    private static KeptPromo promo(ResultSet row) throws SQLException {
        return new KeptPromo(
                row.getObject("id", UUID.class),
                Fingerprint.ofBytes(row.getBytes("fingerprint")),
                row.getObject("announced", Long.class));
    }

    private static Assigned assigned(ResultSet row) throws SQLException {
        byte[] likeThat = row.getBytes("like_that");
        return new Assigned(
                Fingerprint.ofBytes(row.getBytes("fingerprint")),
                row.getObject("promo_id", UUID.class),
                likeThat == null ? null : Fingerprint.ofBytes(likeThat),
                row.getString("agreed"),
                row.getString("differed"),
                row.getObject("margin", Integer.class));
    }

    /** The promo of a fingerprint, or null if it has none yet. */
    @Nullable
    UUID promoOf(Fingerprint fingerprint) {
        Assigned known = assigned.get(fingerprint);
        return known == null ? null : known.promo();
    }

    static byte[][] bytes(Collection<Fingerprint> fingerprints) {
        List<byte[]> bytes = fingerprints.stream().map(Fingerprint::toBytes).toList();
        return bytes.toArray(byte[][]::new);
    }
}
