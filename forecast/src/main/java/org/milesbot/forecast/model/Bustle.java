package org.milesbot.forecast.model;

import java.util.List;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Track;

/**
 * How busy the series are against what their paces let expect: starts and expected starts, both forgotten at one speed.
 * Columns 38 and 39 of the equations are made of it.
 */
final class Bustle {

    private final double kept;
    private final double[][] starts;
    private final double[] allStarts;
    private final double[] allPaces;
    private final Grid grid;
    private final Paces paces;

    /**
     * @param memory in days: what is forgotten to 1/e
     */
    Bustle(Grid grid, Paces paces, double memory) {
        this.grid = grid;
        this.paces = paces;
        kept = Math.exp(-1 / memory);
        List<Track> tracks = grid.tracks();
        int days = grid.last() + 1;
        starts = new double[tracks.size()][days];
        allStarts = new double[days];
        allPaces = new double[days];
        for (int i = 0; i < tracks.size(); i++) {
            for (int day = 0; day < days; day++) {
                double before = day == 0 ? 0 : starts[i][day - 1];
                starts[i][day] = kept * before + (tracks.get(i).isStart(day) ? 1 : 0);
                allStarts[day] += starts[i][day];
                allPaces[day] += paces.mean(i, day);
            }
        }
    }

    /** Of the day {@code ahead} days after {@code day}, with all series. */
    double ofAll(int day, int ahead) {
        return logRatio(allStarts[day], allPaces[day], ahead);
    }

    /** Of the day {@code ahead} days after {@code day}, with all series but one. */
    double ofOthers(int series, int day, int ahead) {
        double own = grid.tracks().get(series).isActive(day) ? paces.mean(series, day) : 0;
        return logRatio(allStarts[day] - starts[series][day], allPaces[day] - own, ahead);
    }

    /** Until then starts come as the paces let expect. */
    private double logRatio(double started, double pace, int ahead) {
        double usual = pace * kept / (1 - kept);
        double meanwhile = ahead == 1 ? 0 : usual * (1 - Math.pow(kept, ahead - 1));
        double left = ahead == 1 ? kept : Math.pow(kept, ahead);
        return Math.log((started * left + meanwhile + 1) / (usual + 1));
    }
}
