package org.milesbot.forecast.model;

import java.util.Locale;

/** How much a forecast can be relied on. */
public enum Certainty {
    /** Fewer than 3 campaigns of the last years, or an interval wider than 50 points. */
    LOW,
    /** Neither low nor high. */
    MEDIUM,
    /** At least 12 campaigns of the last years, and an interval narrower than 25 points. */
    HIGH;

    private static final double FEW = 3;
    private static final double MANY = 12;
    private static final double WIDE = .5;
    private static final double NARROW = .25;

    /**
     * @param starts how many campaigns are counted at two years' half-life
     * @param month the probability within 30 days
     */
    static Certainty of(double starts, Probability month) {
        double width = month.high() - month.low();
        if (starts < FEW || width > WIDE) {
            return LOW;
        }
        return starts >= MANY && width < NARROW ? HIGH : MEDIUM;
    }

    /** The word in files. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
