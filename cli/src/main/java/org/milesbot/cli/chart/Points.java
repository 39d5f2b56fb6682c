package org.milesbot.cli.chart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** The points of a series, all at numbers or all at days; a gap ends a line. */
final class Points {

    private final List<Object> across = new ArrayList<>();
    private final List<Double> up = new ArrayList<>();

    Points add(double x, double y) {
        across.add(x);
        up.add(y);
        return this;
    }

    /** The library knows no other type of days. */
    @SuppressWarnings("JavaUtilDate")
    Points add(LocalDate day, double y) {
        across.add(new Date((long) at(day)));
        up.add(y);
        return this;
    }

    Points gap() {
        across.add(across.get(across.size() - 1));
        up.add(Double.NaN);
        return this;
    }

    boolean isEmpty() {
        return up.isEmpty();
    }

    XYSeries addTo(XYChart chart, String name) {
        return chart.addSeries(name, across, up);
    }

    /** Where a day is on an axis of days. */
    static double at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
