package org.milesbot.forecast.method;

import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Track;

/**
 * The baseline: starts come at a constant pace, of which is believed Gamma(1, 45 days) before and, being conjugate,
 * Gamma(1 + starts, 45 + days) after the history is seen. At least one start within h days then has the Lomax probability
 * 1 - (b / (b + h))^a. Gelman et al., "Bayesian Data Analysis", 2.6.
 */
public final class GammaPoisson extends EachByItself {

    private static final double SHAPE = 1;
    private static final double DAYS = 45;

    @Override
    public String name() {
        return "gamma_poisson";
    }

    @Override
    double chance(Track track, Grid grid, int horizon) {
        double starts = SHAPE;
        double days = DAYS;
        for (int day = Math.max(track.first() + 1, 0); day <= grid.last(); day++) {
            if (track.isWatched(day)) {
                starts += track.isStart(day) ? 1 : 0;
                days++;
            }
        }
        return -Math.expm1(starts * Math.log(days / (days + horizon)));
    }
}
