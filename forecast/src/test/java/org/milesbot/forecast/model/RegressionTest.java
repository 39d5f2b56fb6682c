package org.milesbot.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.milesbot.forecast.history.Grid;

final class RegressionTest {

    private static final LocalDate ORIGIN = LocalDate.of(2026, 6, 30);

    /** The likelihood of many days is a large number, whose last digits are no reason to step back. */
    @Test
    void findsTheSameSummitFromAnywhereWithManyDays() {
        Grid grid = ForecastBenchmark.history(6, 3).programs(ORIGIN).grid();
        Paces paces = new Paces(grid);
        FullDesign design = new FullDesign(grid, new Calendar(grid, grid.last() + 2), paces);
        Sums sums = new Sums(design.rows().count());
        for (int series = 0; series < grid.tracks().size(); series++) {
            for (int day = grid.tracks().get(series).first(); day < grid.last(); day++) {
                double pace = paces.mean(series, day);
                sums.addDay(design.row(series, day), 1, pace);
                if (grid.tracks().get(series).isStart(day + 1)) {
                    sums.addStart(design.row(series, day), 1, pace);
                }
            }
        }
        Regression regression = new Regression(design, sums);
        double[] low = new double[Columns.FULL.count()];
        double[] high = new double[Columns.FULL.count()];
        Arrays.fill(high, .2);

        assertThat(regression.mode(low).coefficients().toArray())
                .containsExactly(regression.mode(high).coefficients().toArray(), within(1e-9));
    }
}
