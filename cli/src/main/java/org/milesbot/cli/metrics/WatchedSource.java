package org.milesbot.cli.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.milesbot.store.metric.Readings;
import org.milesbot.store.metric.Total;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceState.Last;

/**
 * A source that is still visited.
 *
 * @param sourceClass how near it is to the programme, as a slug
 */
record WatchedSource(SourceKey key, String sourceClass, SourceState state) {

    /** So many are told of one by one, and no more; an installation has some dozens. */
    static final int MOST = 500;

    private static final String UNKNOWN = "unknown";

    /** A source that was due so long before its plug-in was last scraped is one that the plug-in has no more. */
    private static final Duration DROPPED = Duration.ofDays(2);

    /** Those that were visited and that their plug-in still has, by plug-in and name. */
    static List<WatchedSource> of(Readings readings) {
        Map<SourceKey, String> classes = new HashMap<>();
        Map<SourceKey, Double> newest = new HashMap<>();
        Map<String, Double> scraped = new HashMap<>();
        for (Total total : readings.totals()) {
            List<String> labels = total.labels();
            if (total.name().equals("visit_at")) {
                SourceKey key = new SourceKey(labels.get(0), labels.get(1));
                if (newest.getOrDefault(key, 0.0) <= total.value()) {
                    newest.put(key, total.value());
                    classes.put(key, labels.get(2));
                }
                scraped.merge(key.plugin(), total.value(), Math::max);
            }
        }
        List<WatchedSource> watched = new ArrayList<>();
        readings.sources().forEach((key, state) -> {
            Last visit = state.visit();
            if (visit != null && !isDropped(visit, scraped.getOrDefault(key.plugin(), 0.0))) {
                watched.add(new WatchedSource(key, classes.getOrDefault(key, UNKNOWN), state));
            }
        });
        watched.sort((one, other) -> one.key.plugin().equals(other.key.plugin())
                ? one.key.source().compareTo(other.key.source())
                : one.key.plugin().compareTo(other.key.plugin()));
        return watched.subList(0, Math.min(MOST, watched.size()));
    }

    private static boolean isDropped(Last visit, double scraped) {
        Instant given = visit.nextCheck().plus(DROPPED);
        return given.getEpochSecond() < scraped;
    }
}
