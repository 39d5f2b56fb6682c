package org.milesbot.forecast.model;

import java.util.Arrays;

/**
 * Rows of a sparse matrix: what the calendar says of a day, which is one of a few kinds, and the entries that are its own.
 * {@link Columns} says how the columns of the equations are made of these.
 */
final class Rows {

    private final Cells cells;
    private final int width;
    private int[] kinds = new int[64];
    private int[] ends = new int[64];
    private int[] columns = new int[512];
    private double[] values = new double[512];
    private int count;
    private int entries;
    private int firstColumn;
    private int afterColumns;

    /**
     * @param cells the kinds of days
     * @param width how many columns there are
     */
    Rows(Cells cells, int width) {
        this.cells = cells;
        this.width = width;
        firstColumn = width;
    }

    /** Puts an entry, if it is not zero, into the row that is being written; in the order of the columns. */
    void put(int column, double value) {
        if (value == 0) {
            return;
        }
        if (entries == columns.length) {
            columns = Arrays.copyOf(columns, entries * 2);
            values = Arrays.copyOf(values, entries * 2);
        }
        columns[entries] = column;
        values[entries] = value;
        entries++;
        firstColumn = Math.min(firstColumn, column);
        afterColumns = Math.max(afterColumns, column + 1);
    }

    /** Ends the row that is being written, of a day of a kind. */
    void end(int cell) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        ends[count] = entries;
        kinds[count] = cell;
        count++;
    }

    int count() {
        return count;
    }

    /** X v: the product of each row with a vector. */
    double[] times(double[] vector) {
        double[] shared = cells.times(vector);
        double[] products = new double[count];
        int begin = 0;
        for (int row = 0; row < count; row++) {
            double sum = shared[kinds[row]];
            for (int i = begin; i < ends[row]; i++) {
                sum += values[i] * vector[columns[i]];
            }
            products[row] = sum;
            begin = ends[row];
        }
        return products;
    }

    /** X'f: the sum of the rows, each with its factor. */
    double[] sum(double[] factors) {
        double[] shared = new double[cells.count()];
        double[] sum = new double[width];
        int begin = 0;
        for (int row = 0; row < count; row++) {
            shared[kinds[row]] += factors[row];
            for (int i = begin; i < ends[row]; i++) {
                sum[columns[i]] += factors[row] * values[i];
            }
            begin = ends[row];
        }
        for (int cell = 0; cell < shared.length; cell++) {
            cells.add(cell, shared[cell], sum);
        }
        return sum;
    }

    /** X' diag(f) X: the sum of the outer products of the rows with themselves, each with its factor. */
    double[][] squares(double[] factors) {
        double[][] half = new double[width][width];
        double[] shared = new double[cells.count()];
        double[][] beside = new double[cells.count()][Math.max(afterColumns - firstColumn, 0)];
        int begin = 0;
        for (int row = 0; row < count; row++) {
            shared[kinds[row]] += factors[row];
            addHalfSquare(begin, ends[row], factors[row], half, beside[kinds[row]]);
            begin = ends[row];
        }
        for (int cell = 0; cell < shared.length; cell++) {
            cells.addSquare(cell, shared[cell] / 2, half);
            cells.addProduct(cell, beside[cell], firstColumn, half);
        }
        return withTranspose(half);
    }

    /** Of the entries alone, one half of their square; and their sum, which is to be multiplied with the cell. */
    private void addHalfSquare(int begin, int end, double factor, double[][] half, double[] sum) {
        int first = firstColumn;
        int[] at = columns;
        double[] entry = values;
        for (int i = begin; i < end; i++) {
            double scaled = factor * entry[i];
            double[] line = half[at[i]];
            for (int j = begin; j < i; j++) {
                line[at[j]] += scaled * entry[j];
            }
            line[at[i]] += scaled * entry[i] / 2;
            sum[at[i] - first] += scaled;
        }
    }

    private static double[][] withTranspose(double[][] half) {
        double[][] whole = new double[half.length][half.length];
        for (int i = 0; i < half.length; i++) {
            for (int j = 0; j < half.length; j++) {
                whole[i][j] = half[i][j] + half[j][i];
            }
        }
        return whole;
    }
}
