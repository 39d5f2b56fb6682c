package org.milesbot.cli.web.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values lie on an axis of a drawing.
 *
 * @param least the value at the beginning
 * @param most the value at the end
 * @param begin where the axis begins
 * @param end where it ends; before its beginning on an axis that goes upwards
 */
record Scale(double least, double most, double begin, double end) {

    private static final List<Double> ROUND = List.of(1.0, 2.0, 5.0, 10.0);

    /** A value and where it lies. */
    record Tick(double value, long at) {}

    /** Where a value lies, to the nearest unit; what lies outside is drawn at the edge. */
    long at(double value) {
        double share = most == least ? .5 : (value - least) / (most - least);
        return Math.round(begin + Math.min(1, Math.max(0, share)) * (end - begin));
    }

    /** Where a whole number lies. */
    long at(long value) {
        return at((double) value);
    }

    /** Round values on the axis, a handful. */
    List<Tick> ticks(int about) {
        double step = step((most - least) / about);
        List<Tick> ticks = new ArrayList<>();
        for (double value = Math.ceil(least / step) * step; value <= most + step / 1_000; value += step) {
            ticks.add(new Tick(value, at(value)));
        }
        return ticks;
    }

    /** The least of 1, 2, 5, 10, 20 … that is not below a width. */
    private static double step(double width) {
        if (width <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        return ROUND.stream()
                .map(round -> round * power)
                .filter(step -> step >= width * .999)
                .findFirst()
                .orElse(10 * power);
    }

    /** From nothing to somewhat more than the highest, upwards. */
    static Scale upwards(double highest, double bottom, double top) {
        return new Scale(0, highest <= 0 ? 1 : highest * 1.08, bottom, top);
    }
}
