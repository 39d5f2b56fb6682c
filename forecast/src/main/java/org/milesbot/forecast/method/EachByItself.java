package org.milesbot.forecast.method;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.history.Track;

/** What methods share that look at one series at a time. */
abstract class EachByItself implements Method {

    @Override
    public final Map<SeriesKey, Map<Integer, Double>> chances(Known known, Collection<Integer> horizons) {
        Grid grid = known.grid();
        Map<SeriesKey, Map<Integer, Double>> chances = new HashMap<>();
        for (Track track : grid.tracks()) {
            if (track.isActive(grid.last())) {
                Map<Integer, Double> own = new HashMap<>();
                horizons.forEach(horizon -> own.put(horizon, chance(track, grid, horizon)));
                chances.put(track.key(), own);
            }
        }
        return chances;
    }

    /** The probability of a start within a horizon after the last day of the grid. */
    abstract double chance(Track track, Grid grid, int horizon);
}
