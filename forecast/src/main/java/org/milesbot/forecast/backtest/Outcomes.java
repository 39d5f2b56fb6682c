package org.milesbot.forecast.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.history.Track;

/** What came, as the whole history tells it. */
public final class Outcomes {

    private final Grid grid;
    private final Map<SeriesKey, Track> tracks;

    private Outcomes(Known known) {
        grid = known.grid();
        tracks = grid.tracks().stream().collect(Collectors.toMap(Track::key, Function.identity()));
    }

    /**
     * What came up to a day.
     *
     * @param to the last day of which it is known whether a campaign began
     * @param ofRoutes whether of routes, not of programmes
     */
    public static Outcomes of(History history, LocalDate to, boolean ofRoutes) {
        return new Outcomes(ofRoutes ? history.routes(to) : history.programs(to));
    }

    /**
     * Whether it is known if a start came within the horizon: the series had begun by then, and all days after the origin
     * were watched.
     */
    public boolean isKnown(SeriesKey key, LocalDate origin, int horizon) {
        Track track = tracks.get(key);
        return track != null && isKnown(track, grid.day(origin), horizon);
    }

    /** Whether a start came within the horizon after a day. */
    public boolean came(SeriesKey key, LocalDate origin, int horizon) {
        Track track = tracks.get(key);
        int day = grid.day(origin);
        for (int ahead = 1; track != null && ahead <= horizon && day + ahead <= grid.last(); ahead++) {
            if (day + ahead >= 0 && track.isStart(day + ahead)) {
                return true;
            }
        }
        return false;
    }

    /** The series of which that is known, in the order of their keys. */
    List<SeriesKey> known(LocalDate origin, int horizon) {
        int day = grid.day(origin);
        return tracks.values().stream()
                .filter(track -> isKnown(track, day, horizon))
                .map(Track::key)
                .sorted()
                .toList();
    }

    private boolean isKnown(Track track, int day, int horizon) {
        if (!track.isActive(day) || day < 0 || day + horizon > grid.last()) {
            return false;
        }
        for (int ahead = 1; ahead <= horizon; ahead++) {
            if (!track.isWatched(day + ahead)) {
                return false;
            }
        }
        return true;
    }
}
