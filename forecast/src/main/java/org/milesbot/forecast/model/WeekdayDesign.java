package org.milesbot.forecast.model;

import java.util.stream.IntStream;

/** The plain model: the pace and the weekday, so that seven rows are enough. */
final class WeekdayDesign implements Design {

    private static final int WEEKDAYS = 7;

    private final Calendar calendar;
    private final int last;
    private final Cells cells;
    private final Rows rows;

    WeekdayDesign(Calendar calendar, int last) {
        this.calendar = calendar;
        this.last = last;
        cells = new Cells(IntStream.range(0, WEEKDAYS)
                .mapToObj(weekday -> new int[] {weekday, columns().constant()})
                .toArray(int[][]::new));
        rows = new Rows(cells, columns().width());
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            rows.end(weekday);
        }
    }

    @Override
    public Columns columns() {
        return Columns.PLAIN;
    }

    @Override
    public Rows rows() {
        return rows;
    }

    @Override
    public int row(int series, int day) {
        return calendar.weekday(day + 1);
    }

    @Override
    public void add(int series, int ahead, double factor, double[] vector) {
        cells.add(calendar.weekday(last + ahead), factor, vector);
    }
}
