package org.milesbot.forecast.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Poisson regression with normal priors, by Newton's method with step halving; the logarithm of it is strictly concave. */
final class Regression {

    private static final double SMALL_ENOUGH = 1e-9;
    private static final double NEAR = .1;

    /** Less than this share of a value is taken for rounding. */
    private static final double TOLERATED_FALL = 1e-12;

    private static final double SHORTEST = 1e-6;
    private static final int MOST_MENDED = 8;
    private static final int MOST_STEPS = 100;

    private final Columns columns;
    private final Rows rows;
    private final Sums sums;
    private final double[] spreads;

    Regression(Design design, Sums sums) {
        columns = design.columns();
        rows = design.rows();
        this.sums = sums;
        spreads = Feature.spreads(columns.count());
    }

    /** Coefficients, the starts that they let expect of each row, and how plausible they are. */
    private final class Place {

        private final double[] coefficients;
        private final double[] expected;
        private final double value;

        Place(double[] coefficients) {
            this.coefficients = coefficients;
            expected = rows.times(columns.spread(coefficients));
            double sum = sums.constant() + own(coefficients);
            for (int row = 0; row < expected.length; row++) {
                double logRate = expected[row];
                expected[row] = sums.exposure(row) * Math.exp(logRate);
                sum += sums.count(row) * logRate - expected[row];
            }
            value = sum;
        }

        /** A place so near another that what is expected there cannot be told from it. */
        Place(Place near, double[] coefficients) {
            this.coefficients = coefficients;
            expected = near.expected;
            value = near.value;
        }
    }

    /** Coefficients, and the curvature there or near there. */
    record Curved(RealVector coefficients, CholeskyDecomposition hessian) {}

    private record Summit(Place place, CholeskyDecomposition hessian) {}

    /** The most likely coefficients alone, sought from a beginning that does not matter. */
    Curved mode(double[] beginning) {
        Place place = new Place(beginning.clone());
        Summit summit = summit(place, hessian(place));
        return new Curved(new ArrayRealVector(summit.place.coefficients, false), summit.hessian);
    }

    /** The most likely coefficients and what surrounds them, sought from near there. */
    Posterior fit(Curved beginning) {
        return around(summit(new Place(beginning.coefficients.toArray()), beginning.hessian).place);
    }

    /** Near the end the curvature hardly changes: there the last one, mended by the steps, is good enough to step by. */
    private Summit summit(Place beginning, CholeskyDecomposition curvature) {
        Place place = beginning;
        CholeskyDecomposition hessian = curvature;
        List<double[]> steps = new ArrayList<>();
        double last = Double.MIN_NORMAL;
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = mended(solved(hessian, gradient(place)), steps);
            double size = largest(step);
            // The next step would be smaller than this one by at least as much as this one is than the last.
            if (size * Math.min(size / last, 1) < SMALL_ENOUGH) {
                return new Summit(new Place(place, moved(place.coefficients, step, 1)), hessian);
            }
            place = moved(place, step);
            last = size;
            if (size > NEAR || steps.size() == MOST_MENDED) {
                hessian = hessian(place);
                steps.clear();
            } else {
                steps.add(step);
            }
        }
        return new Summit(place, hessian);
    }

    private static double[] solved(CholeskyDecomposition hessian, double[] gradient) {
        return hessian.getSolver().solve(new ArrayRealVector(gradient, false)).toArray();
    }

    /**
     * A step by an old curvature, mended by what the steps since then showed of how it changed (Broyden 1965, as in Kelley,
     * "Iterative methods for linear and nonlinear equations", 1995, 7.3).
     */
    private static double[] mended(double[] step, List<double[]> before) {
        double[] mended = step;
        for (int i = 0; i < before.size(); i++) {
            double[] own = before.get(i);
            double share = product(own, mended) / product(own, own);
            mended = i < before.size() - 1
                    ? moved(mended, before.get(i + 1), share)
                    : moved(new double[step.length], mended, 1 / (1 - share));
        }
        return mended;
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    private static double largest(double[] step) {
        return Arrays.stream(step).map(Math::abs).max().orElse(0);
    }

    /** Goes along the step as far as it does not lead down. */
    private Place moved(Place from, double[] step) {
        double share = 1;
        double lowest = from.value - TOLERATED_FALL * (1 + Math.abs(from.value));
        Place tried = new Place(moved(from.coefficients, step, share));
        while (tried.value < lowest && share > SHORTEST) {
            share /= 2;
            tried = new Place(moved(from.coefficients, step, share));
        }
        return tried;
    }

    private static double[] moved(double[] from, double[] step, double share) {
        double[] moved = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            moved[i] = from[i] + share * step[i];
        }
        return moved;
    }

    private Posterior around(Place mode) {
        CholeskyDecomposition hessian = hessian(mode);
        double evidence = mode.value - logDeterminant(hessian.getL()) / 2;
        for (double spread : spreads) {
            evidence -= Math.log(spread);
        }
        return new Posterior(
                new ArrayRealVector(mode.coefficients, false),
                hessian.getSolver().getInverse(),
                evidence);
    }

    private static double logDeterminant(RealMatrix lower) {
        double sum = 0;
        for (int i = 0; i < lower.getRowDimension(); i++) {
            sum += 2 * Math.log(lower.getEntry(i, i));
        }
        return sum;
    }

    /** What the coefficients are worth by themselves. */
    private double own(double[] coefficients) {
        double value = 0;
        for (int i = 0; i < coefficients.length; i++) {
            value -= coefficients[i] * coefficients[i] / (2 * spreads[i] * spreads[i]);
        }
        return value;
    }

    private double[] gradient(Place place) {
        double[] surplus = new double[rows.count()];
        for (int row = 0; row < surplus.length; row++) {
            surplus[row] = sums.count(row) - place.expected[row];
        }
        double[] gradient = columns.gather(rows.sum(surplus));
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= place.coefficients[i] / (spreads[i] * spreads[i]);
        }
        return gradient;
    }

    private CholeskyDecomposition hessian(Place place) {
        double[][] hessian = columns.gather(rows.squares(place.expected));
        for (int i = 0; i < hessian.length; i++) {
            hessian[i][i] += 1 / (spreads[i] * spreads[i]);
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false), 1e-9, 1e-14);
    }
}
