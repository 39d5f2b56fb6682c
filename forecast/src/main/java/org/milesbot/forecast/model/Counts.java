package org.milesbot.forecast.model;

/** Starts and days of one series, each forgotten at six speeds: N and E of the equations. */
final class Counts {

    private final double[] starts = new double[HalfLives.COUNT];
    private final double[] days = new double[HalfLives.COUNT];

    /** Lets a day go by. */
    void step(double started, double exposure) {
        for (int speed = 0; speed < HalfLives.COUNT; speed++) {
            double kept = HalfLives.kept(speed);
            starts[speed] = kept * starts[speed] + started;
            days[speed] = kept * days[speed] + exposure;
        }
    }

    /** The starts, forgotten at a speed. */
    double starts(int speed) {
        return starts[speed];
    }

    /** The days, forgotten at a speed. */
    double days(int speed) {
        return days[speed];
    }

    /** The mean pace in starts a day: a mixture of Gamma(kappa + N, kappa / m0 + E) under the weights of the speeds. */
    double pace(PooledPrior prior, double[] weights) {
        double pace = 0;
        for (int speed = 0; speed < HalfLives.COUNT; speed++) {
            pace += weights[speed] * (prior.shape() + starts[speed]) / (prior.rate() + days[speed]);
        }
        return pace;
    }
}
