package org.milesbot.forecast.model;

/**
 * What the likelihood of Poisson counts needs of each row: L = sum count * eta - exposure * exp(eta) + constant, with eta
 * the row's product with the coefficients.
 */
final class Sums {

    private final double[] counts;
    private final double[] exposures;
    private double constant;

    Sums(int rows) {
        counts = new double[rows];
        exposures = new double[rows];
    }

    /** Adds a day of a weight on which the pace lets so many starts expect. */
    void addDay(int row, double weight, double expected) {
        exposures[row] += weight * expected;
    }

    /** Adds a start on such a day. */
    void addStart(int row, double weight, double expected) {
        counts[row] += weight;
        constant += weight * Math.log(expected);
    }

    /** The weighted starts of a row. */
    double count(int row) {
        return counts[row];
    }

    /** The weighted starts that the paces alone let expect of a row. */
    double exposure(int row) {
        return exposures[row];
    }

    /** What the paces add to the likelihood. */
    double constant() {
        return constant;
    }
}
