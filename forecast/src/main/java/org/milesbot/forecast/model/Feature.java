package org.milesbot.forecast.model;

import java.util.Arrays;

/** What the corrected rate looks at: groups of columns, each with the spread of its coefficients before anything is seen. */
public enum Feature {
    /** The day of the week, Monday first, as departures from the mean of the week. */
    WEEKDAY(0, 7, .7),
    /** Where in the month: five days each. */
    MONTHDAY(7, 6, .3),
    /** The month. */
    MONTH(13, 12, .25),
    /** Around Black Friday. */
    BLACK_FRIDAY(25, 1, .5),
    /** The time since the last start, in usual gaps. */
    ELAPSED(26, 7, .5),
    /** The first days after a start. */
    JUST_STARTED(33, 3, .5),
    /** Whether the last campaign is still open. */
    RUNNING(36, 1, .7),
    /** Whether it ended in the last three days. */
    ENDED(37, 1, .5),
    /** How busy the other series were of late. */
    OTHERS(38, 1, .4),
    /** How busy all were in the last weeks. */
    MARKET(39, 1, .4),
    /** How fast the series is for one of its kind. */
    PACE(40, 1, .3),
    /** The general level. */
    LEVEL(41, 1, .3);

    /** All columns of all groups. */
    static final int COLUMNS = LEVEL.column + LEVEL.width;

    private final int column;
    private final int width;
    private final double spread;

    Feature(int column, int width, double spread) {
        this.column = column;
        this.width = width;
        this.spread = spread;
    }

    int width() {
        return width;
    }

    /** The first of its columns. */
    int column() {
        return column;
    }

    /** The standard deviations of the coefficients of the first so many columns. */
    static double[] spreads(int columns) {
        return Arrays.stream(values())
                .flatMapToDouble(feature -> Arrays.stream(feature.repeated()))
                .limit(columns)
                .toArray();
    }

    private double[] repeated() {
        double[] repeated = new double[width];
        Arrays.fill(repeated, spread);
        return repeated;
    }
}
