package org.milesbot.forecast.model;

/**
 * How the columns of the equations are made of those of the sparse rows. Each of the first seven is a weekday less a
 * seventh of the constant; the others are as they are. The constant is the last column of the sparse rows; whether it is a
 * column of the equations, too, is what sets the corrected model apart from the plain one.
 *
 * @param count how many columns the equations have
 * @param width how many the sparse rows have
 */
record Columns(int count, int width) {

    private static final int WEEKDAYS = 7;

    /** The weekday alone. */
    static final Columns PLAIN = new Columns(WEEKDAYS, WEEKDAYS + 1);

    /** All features. */
    static final Columns FULL = new Columns(Feature.COLUMNS, Feature.COLUMNS);

    /** The column of the sparse rows that is 1 in each of them. */
    int constant() {
        return width - 1;
    }

    /** The coefficients of the sparse rows. */
    double[] spread(double[] coefficients) {
        double[] spread = new double[width];
        System.arraycopy(coefficients, 0, spread, 0, count);
        double sum = 0;
        for (int i = 0; i < WEEKDAYS; i++) {
            sum += coefficients[i];
        }
        spread[constant()] -= sum / WEEKDAYS;
        return spread;
    }

    /** A row or a gradient in the columns of the equations. */
    double[] gather(double[] sparse) {
        double[] gathered = new double[count];
        System.arraycopy(sparse, 0, gathered, 0, count);
        for (int i = 0; i < WEEKDAYS; i++) {
            gathered[i] -= sparse[constant()] / WEEKDAYS;
        }
        return gathered;
    }

    /** A symmetric matrix in the columns of the equations. */
    double[][] gather(double[][] sparse) {
        double[][] half = new double[width][];
        for (int i = 0; i < width; i++) {
            half[i] = gather(sparse[i]);
        }
        double[][] gathered = new double[count][count];
        for (int j = 0; j < count; j++) {
            double[] column = new double[width];
            for (int i = 0; i < width; i++) {
                column[i] = half[i][j];
            }
            double[] whole = gather(column);
            for (int i = 0; i < count; i++) {
                gathered[i][j] = whole[i];
            }
        }
        return gathered;
    }
}
