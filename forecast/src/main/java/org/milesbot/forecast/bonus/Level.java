package org.milesbot.forecast.bonus;

/**
 * How high a percentage is likely to be.
 *
 * @param low what it exceeds or equals with 90 %
 * @param typical what it reaches with one half
 * @param high what it does not exceed with 90 %
 * @param campaigns how many campaigns it was learnt from
 */
public record Level(double low, double typical, double high, int campaigns) {

    private static final double LOW = .1;
    private static final double MIDDLE = .5;
    private static final double HIGH = .9;

    static Level of(BonusLevel level, int campaigns) {
        return new Level(level.quantile(LOW), level.quantile(MIDDLE), level.quantile(HIGH), campaigns);
    }
}
