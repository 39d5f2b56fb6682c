package org.milesbot.store.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is searched, in memory: read once, less than 200 bytes a campaign, and from then on only what has changed since. Safe
 * for use by several threads, of which one reads what has changed and the others go on with what is known.
 */
public final class SearchIndex {

    private static final int ROWS_AT_ONCE = 2_000;

    /**
     * With the number in the statement: whether that is few rows or all decides how to come by them. Rows of a backup may tell
     * transactions that are still to come here, and would change at each reading.
     */
    private static final String CHANGED =
            "where written >= cast('%d' as xid8) and written < pg_snapshot_xmax(pg_current_snapshot())";

    private final Duration keeps;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantReadWriteLock entriesLock = new ReentrantReadWriteLock();
    private volatile @Nullable State last;

    /** How things stand: transactions from {@code since} on may have written what is not in the entries. */
    private record State(Entries entries, long since, Instant readAt) {}

    /** What the database says: how far transactions have come, and how many rows there are. */
    private record Mark(long since, long rows) {}

    private record Row(UUID id, long micros, String marks) {}

    /**
     * An empty index, which is filled when it is first asked.
     *
     * @param keeps for how long what is known is not looked after; zero for never
     */
    public SearchIndex(Duration keeps, Clock clock) {
        this.keeps = keeps;
        this.clock = clock;
    }

    /** Looks something up. Called in a transaction, so that the first reading comes in parts. */
    <T> T with(Handle open, Function<Entries, T> work) {
        Entries entries = current(open);
        entriesLock.readLock().lock();
        try {
            return work.apply(entries);
        } finally {
            entriesLock.readLock().unlock();
        }
    }

    private Entries current(Handle open) {
        State known = last;
        if (known != null && (isFresh(known) || reading.isLocked())) {
            return known.entries();
        }
        reading.lock();
        try {
            State now = last;
            if (now != null && isFresh(now)) {
                return now.entries();
            }
            State next = next(open, now);
            last = next;
            return next.entries();
        } finally {
            reading.unlock();
        }
    }

    /** A clock that was put back makes nothing fresh. */
    private boolean isFresh(State known) {
        Instant now = clock.instant();
        return known.readAt().plus(keeps).isAfter(now) && !now.isBefore(known.readAt());
    }

    private State next(Handle open, @Nullable State known) {
        Instant readAt = clock.instant();
        Mark mark = mark(open);
        boolean goesOn = known != null && !isPast(known, mark) && caughtUp(open, known, mark);
        Entries entries = known != null && goesOn ? known.entries : whole(open);
        return new State(entries, mark.since, readAt);
    }

    /** Whether the server is another one, or most of what is kept is out of date. */
    private static boolean isPast(State known, Mark mark) {
        return mark.since < known.since || known.entries.dead() > known.entries.size();
    }

    private Entries whole(Handle open) {
        Entries entries = new Entries();
        change(open, "", entries);
        return entries;
    }

    /** Whether all rows are known now. Those of a backup tell transactions of another time, and may be passed over. */
    private boolean caughtUp(Handle open, State known, Mark mark) {
        change(open, CHANGED.formatted(known.since), known.entries);
        return known.entries.size() == mark.rows || isAllThatIsThere(open, known.entries);
    }

    private static Mark mark(Handle open) {
        return open.createQuery("""
                        select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as since, count(*)
                        from promo_search
                        """)
                .map((row, context) -> new Mark(row.getLong("since"), row.getLong("count")))
                .one();
    }

    private void change(Handle open, String where, Entries entries) {
        try (var rows = open.createQuery("""
                        select promo_id, cast(extract(epoch from published_at) * 1000000 as bigint) as micros,
                            array_to_string(tsvector_to_array(words), ' ') as marks
                        from promo_search
                        """ + where)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) ->
                        new Row(row.getObject("promo_id", UUID.class), row.getLong("micros"), row.getString("marks")))
                .iterator()) {
            while (rows.hasNext()) {
                put(entries, rows.next());
            }
        }
    }

    private void put(Entries entries, Row row) {
        entriesLock.writeLock().lock();
        try {
            entries.put(row.id, row.micros, row.marks);
        } finally {
            entriesLock.writeLock().unlock();
        }
    }

    /** A row that is gone leaves no trace but that there are fewer. */
    private boolean isAllThatIsThere(Handle open, Entries entries) {
        Set<UUID> there = new HashSet<>(open.createQuery("select promo_id from promo_search")
                .mapTo(UUID.class)
                .list());
        entriesLock.writeLock().lock();
        try {
            entries.retain(there);
            return entries.size() == there.size();
        } finally {
            entriesLock.writeLock().unlock();
        }
    }
}
