package org.milesbot.forecast.model;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Poisson regression with normal priors, by Newton's method with step halving; the logarithm of it is strictly concave. */
final class Regression {

    private static final double SMALL_ENOUGH = 1e-9;
    private static final double TOLERATED_FALL = 1e-12;
    private static final double SHORTEST = 1e-6;
    private static final int MOST_STEPS = 100;

    private final Design design;
    private final Columns columns;
    private final Rows rows;
    private final Sums sums;
    private final double[] spreads;

    Regression(Design design, Sums sums) {
        this.design = design;
        columns = design.columns();
        rows = design.rows();
        this.sums = sums;
        spreads = Feature.spreads(columns.count());
    }

    /** The most likely coefficients and what surrounds them, sought from a beginning that does not matter. */
    Posterior fit(double[] beginning) {
        double[] mode = beginning.clone();
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] rates = design.rates(mode);
            double[] step = solved(hessian(rates), gradient(mode, rates));
            double size = move(mode, step, value(mode, rates));
            if (size < SMALL_ENOUGH) {
                break;
            }
        }
        return around(mode);
    }

    private static double[] solved(CholeskyDecomposition hessian, double[] gradient) {
        return hessian.getSolver().solve(new ArrayRealVector(gradient, false)).toArray();
    }

    /** Goes along the step as far as it does not lead down; returns how far the coefficients moved at most. */
    private double move(double[] mode, double[] step, double from) {
        double share = 1;
        double[] tried = moved(mode, step, share);
        while (value(tried, design.rates(tried)) < from - TOLERATED_FALL && share > SHORTEST) {
            share /= 2;
            tried = moved(mode, step, share);
        }
        System.arraycopy(tried, 0, mode, 0, mode.length);
        return Arrays.stream(step).map(Math::abs).max().orElse(0) * share;
    }

    private static double[] moved(double[] mode, double[] step, double share) {
        double[] moved = new double[mode.length];
        for (int i = 0; i < mode.length; i++) {
            moved[i] = mode[i] + share * step[i];
        }
        return moved;
    }

    private Posterior around(double[] mode) {
        double[] rates = design.rates(mode);
        CholeskyDecomposition hessian = hessian(rates);
        double evidence = value(mode, rates) - logDeterminant(hessian.getL()) / 2;
        for (double spread : spreads) {
            evidence -= Math.log(spread);
        }
        return new Posterior(
                new ArrayRealVector(mode, false), hessian.getSolver().getInverse(), evidence);
    }

    private static double logDeterminant(RealMatrix lower) {
        double sum = 0;
        for (int i = 0; i < lower.getRowDimension(); i++) {
            sum += 2 * Math.log(lower.getEntry(i, i));
        }
        return sum;
    }

    private double value(double[] coefficients, double[] rates) {
        double value = sums.constant();
        double[] spread = columns.spread(coefficients);
        for (int row = 0; row < rates.length; row++) {
            double count = sums.count(row);
            value += (count == 0 ? 0 : count * rows.times(row, spread)) - sums.exposure(row) * rates[row];
        }
        for (int i = 0; i < coefficients.length; i++) {
            value -= coefficients[i] * coefficients[i] / (2 * spreads[i] * spreads[i]);
        }
        return value;
    }

    private double[] gradient(double[] coefficients, double[] rates) {
        double[] sparse = new double[columns.width()];
        for (int row = 0; row < rates.length; row++) {
            rows.add(row, sums.count(row) - sums.exposure(row) * rates[row], sparse);
        }
        double[] gradient = columns.gather(sparse);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= coefficients[i] / (spreads[i] * spreads[i]);
        }
        return gradient;
    }

    private CholeskyDecomposition hessian(double[] rates) {
        double[][] lower = new double[columns.width()][columns.width()];
        for (int row = 0; row < rates.length; row++) {
            rows.addSquare(row, sums.exposure(row) * rates[row], lower);
        }
        double[][] hessian = columns.gather(lower);
        for (int i = 0; i < hessian.length; i++) {
            hessian[i][i] += 1 / (spreads[i] * spreads[i]);
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false), 1e-9, 1e-14);
    }
}
