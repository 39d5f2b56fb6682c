package org.milesbot.forecast.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Track;

/**
 * A pace with corrections, fitted in two sweeps: the first finds the corrections beside the uncorrected pace, the second
 * finds them anew beside a pace whose days count as much as the corrections say. Given the corrections the pace keeps its
 * Gamma form (discounting with covariates: Harvey and Fernandes, "Time series models for count or qualitative
 * observations", 1989).
 */
final class Model {

    /** In days: how fast the days that the corrections are learnt from lose weight. */
    private static final double ROW_HALF_LIFE = 1460;

    private final Grid grid;
    private final Paces paces;
    private final Design design;
    private final double[] ages;
    private final List<Counts> corrected = new ArrayList<>();
    private final Posterior posterior;

    Model(Grid grid, Paces paces, Design design) {
        this.grid = grid;
        this.paces = paces;
        this.design = design;
        ages = new double[grid.last() + 1];
        double kept = HalfLives.keptADay(ROW_HALF_LIFE);
        ages[grid.last()] = 1;
        for (int day = grid.last() - 1; day >= 0; day--) {
            ages[day] = kept * ages[day + 1];
        }
        Sums uncorrected = sums(series -> day -> paces.mean(series, day));
        double[] none = new double[design.columns().count()];
        Regression.Curved first = new Regression(design, uncorrected).mode(none);
        posterior = new Regression(design, correctedSums(first.coefficients().toArray())).fit(first);
    }

    /** The pace of a series at the end of each day; asked for day after day. */
    @FunctionalInterface
    private interface Walk {
        double pace(int day);
    }

    private Sums sums(IntFunction<Walk> walks) {
        Sums sums = new Sums(design.rows().count());
        for (int series = 0; series < grid.tracks().size(); series++) {
            Track track = grid.tracks().get(series);
            Walk walk = walks.apply(series);
            for (int day = track.isActive(grid.last()) ? track.first() : grid.last(); day < grid.last(); day++) {
                double expected = walk.pace(day);
                if (track.isWatched(day + 1)) {
                    int row = design.row(series, day);
                    sums.addDay(row, ages[day], expected);
                    if (track.isStart(day + 1)) {
                        sums.addStart(row, ages[day], expected);
                    }
                }
            }
            walk.pace(grid.last());
        }
        return sums;
    }

    /** The sums beside the paces that the corrections make. Leaves the counts that they make at the last day. */
    private Sums correctedSums(double[] coefficients) {
        double[] rates = design.rates(coefficients);
        return sums(series -> {
            Counts counts = new Counts();
            corrected.add(counts);
            return day -> {
                step(counts, series, day, rates);
                return counts.pace(paces.prior(), paces.weights(day));
            };
        });
    }

    private void step(Counts counts, int series, int day, double[] rates) {
        Track track = grid.tracks().get(series);
        if (track.isActive(day - 1)) {
            boolean isWatched = track.isWatched(day);
            counts.step(isWatched && track.isStart(day) ? 1 : 0, isWatched ? rates[design.row(series, day - 1)] : 0);
        }
    }

    /** The mean of the rows that the corrections are learnt from. */
    double[] usualRow() {
        double[] shares = new double[design.rows().count()];
        Arrays.fill(shares, 1.0 / shares.length);
        return design.columns().gather(design.rows().sum(shares));
    }

    /** The mean of the rows of the coming days of a series. */
    double[] comingRow(int series, int days) {
        double[] sum = new double[design.columns().width()];
        for (int ahead = 1; ahead <= days; ahead++) {
            design.add(series, ahead, 1.0 / days, sum);
        }
        return design.columns().gather(sum);
    }

    Design design() {
        return design;
    }

    Posterior posterior() {
        return posterior;
    }

    /** a and B less the prior: the starts, and the days as the corrections make them count, of a series. */
    Counts counts(int series) {
        return corrected.get(series);
    }
}
