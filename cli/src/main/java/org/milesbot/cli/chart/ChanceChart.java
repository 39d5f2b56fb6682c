package org.milesbot.cli.chart;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.cli.chart.Label.Side;

/** How likely a start is within some horizons, a bar each with its interval, for one series below the other. */
public final class ChanceChart {

    /** So many series are drawn and no more. */
    public static final int MOST = 40;

    /** As many as fill the screen of a phone. */
    public static final int FOR_A_PHONE = 12;

    private static final List<Ink> INKS = List.of(Ink.BLUE, Ink.DEEP, Ink.FAINT);
    private static final int HEAD_AND_FOOT = 340;
    private static final int NAME = 50;
    private static final int BAR = 34;
    private static final int PITCH = 41;
    private static final int GAP = 12;
    private static final int WHOLE = 100;
    private static final int RIGHT = 135;
    private static final int BETWEEN_LINES = 300;

    /** The library writes nothing where it should on a chart that is lower than the space between lines is wide. */
    private static final int LOWEST = BETWEEN_LINES + 20;

    private ChanceChart() {}

    /**
     * A bar.
     *
     * @param label what it is of, such as "7 days"
     * @param value from 0 to 1
     * @param low the lower end of the interval
     * @param high the upper end of the interval
     * @param words what stands beside it
     */
    public record Bar(String label, double value, double low, double high, String words) {}

    /**
     * A series.
     *
     * @param name what people call it
     * @param bars one for each horizon, the same ones as in every series, at most three
     */
    public record Row(String name, List<Bar> bars) {

        /** Copies the list. */
        public Row {
            bars = List.copyOf(bars);
        }

        private int height() {
            return NAME + bars.size() * PITCH + GAP;
        }
    }

    /**
     * Draws the first ones, {@link #MOST} at most.
     *
     * @param asOf the day at whose end the forecast was made, as people write it
     */
    public static Drawing of(List<Row> rows, String asOf, Locale locale) {
        List<Row> shown = rows.stream().limit(MOST).toList();
        return new Drawing(() -> List.of(chart(shown, asOf, locale)));
    }

    private static Chart chart(List<Row> rows, String asOf, Locale locale) {
        int inside = Math.max(LOWEST, GAP + rows.stream().mapToInt(Row::height).sum());
        List<Bar> first = rows.isEmpty() ? List.of() : rows.get(0).bars();
        Chart chart = new Chart(HEAD_AND_FOOT + inside, say(locale, "chance.title"), say(locale, "chance.below", asOf));
        chart.across(0, RIGHT, percent -> Math.round(percent) + "%");
        chart.upwards(0, inside, height -> "");
        chart.corners(new Points().add(0, 0).add(RIGHT, inside));
        chart.styler().setYAxisTicksVisible(false);
        chart.styler().setPlotGridHorizontalLinesVisible(false);
        chart.styler().setXAxisTickMarkSpacingHint(BETWEEN_LINES);
        for (int horizon = 0; horizon < first.size(); horizon++) {
            bars(chart, rows, horizon, inside);
        }
        int top = inside - GAP;
        for (Row row : rows) {
            chart.name(row.name(), 0, top - NAME / 2.0);
            top -= row.height();
        }
        return chart;
    }

    private static void bars(Chart chart, List<Row> rows, int horizon, int inside) {
        Points bars = new Points();
        Points intervals = new Points();
        int top = inside - GAP;
        for (Row row : rows) {
            Bar bar = row.bars().get(horizon);
            double y = top - NAME - (horizon + .5) * PITCH;
            bars.add(0, y).add(bar.value() * WHOLE, y).gap();
            intervals.add(bar.low() * WHOLE, y).add(bar.high() * WHOLE, y).gap();
            chart.write(bar.words(), RIGHT, y, Side.RIGHT);
            top -= row.height();
        }
        chart.line(bars, INKS.get(horizon), BAR, rows.get(0).bars().get(horizon).label());
        chart.intervals(intervals);
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Text.of(ChanceChart.class, key, arguments).in(locale);
    }
}
