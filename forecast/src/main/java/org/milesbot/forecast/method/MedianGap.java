package org.milesbot.forecast.method;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Track;

/**
 * What others do: the next start is the last one plus the median gap, and any day when that is past. Being all but certain
 * it says 98 % or 2 %, for 100 % and 0 % would never be forgiven by the logarithmic score.
 */
public final class MedianGap extends EachByItself {

    private static final double SURE = .98;
    private static final int USUAL_GAP = 45;

    @Override
    public String name() {
        return "median_gap";
    }

    @Override
    double chance(Track track, Grid grid, int horizon) {
        int next = Math.max(grid.last() + 1, track.lastStart(grid.last()) + gap(track, grid.last()));
        return next <= grid.last() + horizon ? SURE : 1 - SURE;
    }

    private static int gap(Track track, int last) {
        List<Integer> gaps = new ArrayList<>();
        for (int day = 1; day <= last; day++) {
            int before = track.lastStart(day - 1);
            if (track.isStart(day) && before != Track.NEVER && track.isWatched(day)) {
                gaps.add(day - before);
            }
        }
        gaps.sort(null);
        return gaps.isEmpty() ? USUAL_GAP : gaps.get(gaps.size() / 2);
    }
}
