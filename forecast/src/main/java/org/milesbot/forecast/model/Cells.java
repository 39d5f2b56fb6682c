package org.milesbot.forecast.model;

/**
 * Kinds of days that the calendar alone tells apart: each is 1 in a few columns and 0 in the others. What is summed over
 * all days is summed over the days of each kind first.
 */
final class Cells {

    private final int[][] columns;

    /**
     * @param columns those in which each kind is 1
     */
    Cells(int[][] columns) {
        this.columns = columns.clone();
    }

    int count() {
        return columns.length;
    }

    /** The product of each kind with a vector. */
    double[] times(double[] vector) {
        double[] products = new double[columns.length];
        for (int cell = 0; cell < products.length; cell++) {
            for (int column : columns[cell]) {
                products[cell] += vector[column];
            }
        }
        return products;
    }

    /** Adds a multiple of a kind to a vector. */
    void add(int cell, double factor, double[] vector) {
        for (int column : columns[cell]) {
            vector[column] += factor;
        }
    }

    /** Adds a multiple of the outer product of a kind with itself to a matrix. */
    void addSquare(int cell, double factor, double[][] matrix) {
        for (int column : columns[cell]) {
            add(cell, factor, matrix[column]);
        }
    }

    /** Adds the outer product of a kind with a vector, which begins at a column, to a matrix. */
    void addProduct(int cell, double[] vector, int first, double[][] matrix) {
        for (int column : columns[cell]) {
            double[] line = matrix[column];
            for (int i = 0; i < vector.length; i++) {
                line[first + i] += vector[i];
            }
        }
    }
}
