package org.milesbot.forecast.model;

import java.util.Arrays;

/**
 * Rows of a sparse matrix. To keep them short a weekday is one entry here, not seven: {@link Columns} says how the
 * columns of the equations are made of these.
 */
final class Rows {

    private int[] ends = new int[64];
    private int[] columns = new int[1024];
    private double[] values = new double[1024];
    private int count;
    private int entries;

    /** Puts an entry into the row that is being written; in the order of the columns. */
    void put(int column, double value) {
        if (entries == columns.length) {
            columns = Arrays.copyOf(columns, entries * 2);
            values = Arrays.copyOf(values, entries * 2);
        }
        columns[entries] = column;
        values[entries] = value;
        entries++;
    }

    /** Ends the row that is being written. */
    void end() {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count] = entries;
        count++;
    }

    int count() {
        return count;
    }

    /** The product of a row with a vector. */
    double times(int row, double[] vector) {
        double sum = 0;
        for (int i = begin(row); i < ends[row]; i++) {
            sum += values[i] * vector[columns[i]];
        }
        return sum;
    }

    /** Adds a multiple of a row to a vector. */
    void add(int row, double factor, double[] vector) {
        for (int i = begin(row); i < ends[row]; i++) {
            vector[columns[i]] += factor * values[i];
        }
    }

    /** Adds a multiple of the outer product of a row with itself, on and below the diagonal. */
    void addSquare(int row, double factor, double[][] matrix) {
        int begin = begin(row);
        int end = ends[row];
        int[] at = columns;
        double[] entry = values;
        for (int i = begin; i < end; i++) {
            double scaled = factor * entry[i];
            double[] line = matrix[at[i]];
            for (int j = begin; j <= i; j++) {
                line[at[j]] += scaled * entry[j];
            }
        }
    }

    private int begin(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }
}
