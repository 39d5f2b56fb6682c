package org.milesbot.store.metric;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.milesbot.store.db.Database;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceStates;
import org.milesbot.store.source.WatchRules;

/**
 * All that is read of the database at once.
 *
 * @param at when
 * @param totals what was counted since the beginning
 * @param standing how things stand
 * @param sources how the sources do
 */
public record Readings(Instant at, List<Total> totals, List<Total> standing, Map<SourceKey, SourceState> sources) {

    /** Copies the lists. */
    public Readings {
        totals = List.copyOf(totals);
        standing = List.copyOf(standing);
        sources = Map.copyOf(sources);
    }

    /**
     * Reads all of it in three statements.
     *
     * @param patience how long each of them may take
     * @throws org.milesbot.api.MilesbotException of kind EXTERNAL if the database is down or slower than that
     */
    public static Readings of(Database database, Clock clock, Duration patience) {
        Instant now = clock.instant();
        return database.inTransaction(open -> {
            // Planning each of them anew would take longer than reading.
            open.execute("set local statement_timeout to " + patience.toMillis()
                    + "; set local plan_cache_mode to force_generic_plan");
            return new Readings(
                    now,
                    MetricLog.read(open),
                    Standing.read(open, now),
                    new SourceStates(database, WatchRules.UNTOLD).all());
        });
    }
}
