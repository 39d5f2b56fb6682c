package org.milesbot.cli.chart;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A picture before it is painted: charts, each below the one before. Nothing of AWT is loaded as long as it is not painted. */
public final class Drawing {

    private final Supplier<List<Chart>> charts;

    Drawing(Supplier<List<Chart>> charts) {
        this.charts = charts;
    }

    /** This one with another below it. */
    public Drawing above(Drawing other) {
        return new Drawing(
                () -> Stream.concat(charts().stream(), other.charts().stream()).toList());
    }

    List<Chart> charts() {
        return charts.get();
    }
}
