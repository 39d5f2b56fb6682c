package org.milesbot.forecast.method;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.history.Track;

/**
 * What happened so far: in how many of the past windows of that length a start came. All series together count like one
 * more window of its length.
 */
public final class Climatology implements Method {

    @Override
    public String name() {
        return "climatology";
    }

    @Override
    public Map<SeriesKey, Map<Integer, Double>> chances(Known known, Collection<Integer> horizons) {
        Grid grid = known.grid();
        List<Track> active = grid.tracks().stream()
                .filter(track -> track.isActive(grid.last()))
                .toList();
        Map<SeriesKey, Map<Integer, Double>> chances = new HashMap<>();
        for (int horizon : horizons) {
            List<Share> own = active.stream()
                    .map(track -> share(track, grid.last(), horizon))
                    .toList();
            Share all = own.stream().reduce(new Share(1, 2), Share::plus);
            for (int i = 0; i < own.size(); i++) {
                chances.computeIfAbsent(active.get(i).key(), key -> new HashMap<>())
                        .put(horizon, own.get(i).beside(all, horizon));
            }
        }
        return chances;
    }

    /** How many windows, and in how many of them a start came. */
    private record Share(double hits, double windows) {

        Share plus(Share other) {
            return new Share(hits + other.hits, windows + other.windows);
        }

        double beside(Share all, int weight) {
            return (hits + weight * all.hits / all.windows) / (windows + weight);
        }
    }

    private static Share share(Track track, int last, int horizon) {
        int hits = 0;
        int windows = 0;
        int watched = 0;
        int lastStart = Track.NEVER;
        for (int day = track.first() + 1; day <= last; day++) {
            watched = track.isWatched(day) ? watched + 1 : 0;
            lastStart = track.isWatched(day) && track.isStart(day) ? day : lastStart;
            if (watched >= horizon) {
                windows++;
                hits += lastStart > day - horizon ? 1 : 0;
            }
        }
        return new Share(hits, windows);
    }
}
