package org.milesbot.store.dedupe;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.promo.Fingerprint;

/**
 * How it was settled so far.
 *
 * @param promos the promos, by their ids
 * @param promoOf the promo of each fingerprint
 */
record Kept(Map<UUID, KeptPromo> promos, Map<Fingerprint, UUID> promoOf) {

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
        Kept kept = new Kept(new HashMap<>(), new HashMap<>());
        transaction
                .createQuery("""
                        select promo.id, promo.fingerprint as founder, mine.fingerprint,
                            (select min(event.id) from promo_event event where event.promo_id = promo.id) as announced
                        from promo
                        left join promo_fingerprint mine on mine.promo_id = promo.id
                        """ + where)
                .bindMap(bindings)
                .map((row, context) -> {
                    UUID id = row.getObject("id", UUID.class);
                    byte[] fingerprint = row.getBytes("fingerprint");
                    Fingerprint founder = Fingerprint.ofBytes(row.getBytes("founder"));
                    kept.promos.putIfAbsent(id, new KeptPromo(id, founder, row.getObject("announced", Long.class)));
                    if (fingerprint != null) {
                        kept.promoOf.put(Fingerprint.ofBytes(fingerprint), id);
                    }
                    return id;
                })
                .forEach(Objects::requireNonNull);
        return kept;
    }

    static byte[][] bytes(Collection<Fingerprint> fingerprints) {
        List<byte[]> bytes = fingerprints.stream().map(Fingerprint::toBytes).toList();
        return bytes.toArray(byte[][]::new);
    }
}
