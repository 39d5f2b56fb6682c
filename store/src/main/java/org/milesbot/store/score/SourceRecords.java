package org.milesbot.store.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Keeps how each source has done so far: what {@code promo_score} says, added up by source. */
final class SourceRecords {

    private SourceRecords() {}

    /** By how much the records of sources change. */
    static final class Changes {

        private record Change(long promos, long confirmed) {}

        private final Map<String, Change> bySource = new TreeMap<>();

        /** A promo has other sources than before. */
        void replace(List<String> before, List<String> now) {
            before.forEach(source -> add(source, -1, before.size() > 1 ? -1 : 0));
            now.forEach(source -> add(source, 1, now.size() > 1 ? 1 : 0));
        }

        private void add(String source, long promos, long confirmed) {
            Change before = bySource.getOrDefault(source, new Change(0, 0));
            bySource.put(source, new Change(before.promos() + promos, before.confirmed() + confirmed));
        }
    }

    /** Whether the records speak of the promos that are there: not so once one was merged into another, or forgotten. */
    static boolean agree(Handle transaction) {
        return transaction.createQuery("""
                        select coalesce((select sum(cardinality(sources)) from promo_score), 0)
                            = coalesce((select sum(promos) from source_record), 0)
                        """).mapTo(Boolean.class).one();
    }

    /** Adds changes to records that agreed before them. */
    static void apply(Handle transaction, Changes changes) {
        List<String> sources = new ArrayList<>();
        List<Long> promos = new ArrayList<>();
        List<Long> confirmed = new ArrayList<>();
        changes.bySource.forEach((source, change) -> {
            if (change.promos() != 0 || change.confirmed() != 0) {
                sources.add(source);
                promos.add(change.promos());
                confirmed.add(change.confirmed());
            }
        });
        if (!sources.isEmpty()) {
            add(transaction, sources, promos, confirmed);
        }
    }

    private static void add(Handle transaction, List<String> sources, List<Long> promos, List<Long> confirmed) {
        transaction
                .createUpdate("""
                        merge into source_record known
                        using unnest(:sources, :promos, :confirmed) as change (source_name, promos, confirmed)
                        on change.source_name = known.source_name
                        when matched and known.promos + change.promos = 0 then
                            delete
                        when matched then
                            update
                            set promos = known.promos + change.promos,
                                confirmed = known.confirmed + change.confirmed
                        when not matched then
                            insert (source_name, promos, confirmed)
                            values (change.source_name, change.promos, change.confirmed)
                        """)
                .bindArray("sources", String.class, sources)
                .bindArray("promos", Long.class, promos)
                .bindArray("confirmed", Long.class, confirmed)
                .execute();
    }

    /** Counts all records anew. */
    static void recount(Handle transaction) {
        transaction.execute("delete from source_record");
        transaction.execute("""
                        insert into source_record (source_name, promos, confirmed)
                        select source_name, count(*), count(*) filter (where cardinality(sources) > 1)
                        from promo_score, unnest(sources) as source_name
                        group by source_name
                        """);
    }
}
