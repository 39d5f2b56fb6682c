package org.milesbot.forecast.model;

/** The plain model: the pace and the weekday, so that seven rows are enough. */
final class WeekdayDesign implements Design {

    private static final int WEEKDAYS = 7;

    private final Calendar calendar;
    private final int last;
    private final Rows rows = new Rows();

    WeekdayDesign(Calendar calendar, int last) {
        this.calendar = calendar;
        this.last = last;
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            rows.put(weekday, 1);
            rows.put(columns().constant(), 1);
            rows.end();
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
        rows.add(calendar.weekday(last + ahead), factor, vector);
    }
}
