package org.milesbot.forecast.model;

import java.util.List;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Track;

/** How the pace of each series went, and how well each speed of forgetting foretold the next day, day by day. */
final class Paces {

    /** In days: how fast the merits of the speeds are forgotten. */
    private static final double MERIT_HALF_LIFE = 240;

    private static final double FEW_DAYS = 25;

    private final PooledPrior prior;
    private final double[][] weights;
    private final double[][] means;
    private final List<Counts> counts;

    /** Goes through all days of the grid. */
    Paces(Grid grid) {
        prior = prior(grid);
        weights = new double[grid.last() + 1][HalfLives.COUNT];
        means = new double[grid.tracks().size()][grid.last() + 1];
        counts = grid.tracks().stream().map(track -> new Counts()).toList();
        double[] merits = new double[HalfLives.COUNT];
        for (int day = 0; day <= grid.last(); day++) {
            judge(grid.tracks(), day, merits);
            weigh(merits, weights[day]);
            step(grid.tracks(), day);
        }
    }

    private static PooledPrior prior(Grid grid) {
        List<Track> active = grid.tracks().stream()
                .filter(track -> track.isActive(grid.last()))
                .toList();
        double[] starts = new double[active.size()];
        double[] days = new double[active.size()];
        double kept = HalfLives.kept(HalfLives.TWO_YEARS);
        for (int i = 0; i < active.size(); i++) {
            Track track = active.get(i);
            for (int day = Math.max(track.first() + 1, 0); day <= grid.last(); day++) {
                starts[i] = kept * starts[i] + (track.isWatched(day) && track.isStart(day) ? 1 : 0);
                days[i] = kept * days[i] + (track.isWatched(day) ? 1 : 0);
            }
        }
        return PooledPrior.of(starts, days);
    }

    /** Adds to the merit of each speed what it foretold of this day: the Lomax probability of a start, or of none. */
    private void judge(List<Track> tracks, int day, double[] merits) {
        double kept = HalfLives.keptADay(MERIT_HALF_LIFE);
        for (int speed = 0; speed < merits.length; speed++) {
            merits[speed] *= kept;
        }
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (track.isActive(day - 1) && track.isWatched(day)) {
                judge(counts.get(i), track.isStart(day), merits);
            }
        }
    }

    private void judge(Counts before, boolean isStart, double[] merits) {
        for (int speed = 0; speed < merits.length; speed++) {
            double none = (prior.shape() + before.starts(speed)) * logNone(prior.rate() + before.days(speed));
            merits[speed] += isStart ? Math.log(-Math.expm1(none)) : none;
        }
    }

    /**
     * ln(b / (b + 1)), as -2 artanh(1 / (2 b + 1)) by its series (DLMF 4.38.5), of which five terms
     * are all that a double can hold from some twenty days on.
     */
    private static double logNone(double rate) {
        if (rate < FEW_DAYS) {
            return Math.log(rate / (rate + 1));
        }
        double small = 1 / (2 * rate + 1);
        double square = small * small;
        return -2 * small * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7 + square / 9))));
    }

    private static void weigh(double[] merits, double[] weights) {
        double most = Double.NEGATIVE_INFINITY;
        for (double merit : merits) {
            most = Math.max(most, merit);
        }
        double sum = 0;
        for (int speed = 0; speed < merits.length; speed++) {
            weights[speed] = HalfLives.prior(speed) * Math.exp(merits[speed] - most);
            sum += weights[speed];
        }
        for (int speed = 0; speed < merits.length; speed++) {
            weights[speed] /= sum;
        }
    }

    private void step(List<Track> tracks, int day) {
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (track.isActive(day - 1)) {
                boolean isWatched = track.isWatched(day);
                counts.get(i).step(isWatched && track.isStart(day) ? 1 : 0, isWatched ? 1 : 0);
            }
            if (track.isActive(day)) {
                means[i][day] = counts.get(i).pace(prior, weights[day]);
            }
        }
    }

    PooledPrior prior() {
        return prior;
    }

    /** W: the weight of each speed at the end of a day. */
    double[] weights(int day) {
        return weights[day];
    }

    /** m: the mean pace of a series at the end of a day, in starts a day; 0 before it is reckoned with. */
    double mean(int series, int day) {
        return means[series][day];
    }

    /** N and E of a series at the end of the last day. */
    Counts counts(int series) {
        return counts.get(series);
    }
}
