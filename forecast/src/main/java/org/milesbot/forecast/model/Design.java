package org.milesbot.forecast.model;

/** What a model looks at on each day of each series. */
interface Design {

    /** The columns of its rows. */
    Columns columns();

    /** The rows that it is fitted to: days that look alike share one. */
    Rows rows();

    /** The row of the day after {@code day}, as seen at the end of that day. */
    int row(int series, int day);

    /** By how much each row multiplies the pace. */
    default double[] rates(double[] coefficients) {
        double[] rates = rows().times(columns().spread(coefficients));
        for (int row = 0; row < rates.length; row++) {
            rates[row] = Math.exp(rates[row]);
        }
        return rates;
    }

    /** Adds what is seen of the day {@code ahead} days after the last one to a vector of the width of the sparse rows. */
    void add(int series, int ahead, double factor, double[] vector);
}
