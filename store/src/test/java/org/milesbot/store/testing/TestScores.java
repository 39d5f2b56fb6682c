package org.milesbot.store.testing;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.milesbot.api.source.Provenance;
import org.milesbot.store.score.Scores;
import org.milesbot.store.score.Scores.Reported;

/** Scores promos by the sightings that are kept of them, without settling anything. */
public final class TestScores {

    private TestScores() {}

    /** Works out the scores of promos and the records of sources; returns how many promos have other scores than before. */
    public static int refresh(Handle transaction, Collection<UUID> promos) {
        List<Reported> reported = transaction
                .createQuery("""
                        select promo_id, least(min(published_at), min(first_seen)) as announced_at,
                            array_agg(distinct source_name order by source_name) as sources,
                            array_agg(distinct provenance) as classes
                        from promo_fingerprint
                        join sighting using (fingerprint)
                        where promo_id = any(:promos)
                        group by promo_id
                        """)
                .bindArray("promos", UUID.class, promos)
                .map((row, context) -> new Reported(
                        row.getObject("promo_id", UUID.class),
                        row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray("sources").getArray()),
                        Stream.of((String[]) row.getArray("classes").getArray())
                                .map(name -> Provenance.valueOf(name.toUpperCase(Locale.ROOT)))
                                .min(Comparator.naturalOrder())
                                .orElseThrow()))
                .list();
        int changed = Scores.update(transaction, reported);
        if (!promos.isEmpty()) {
            Scores.reconcile(transaction);
        }
        return changed;
    }
}
