package org.milesbot.cli.jar;

import java.util.List;

/** The middle of what was measured. */
final class Median {

    private Median() {}

    /**
     * The median; of an even number the mean of the two in the middle.
     *
     * @throws IllegalArgumentException if there is nothing
     */
    static double of(List<? extends Number> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
