package org.milesbot.cli.chart;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.cli.chart.Drawing.Sheet;
import org.milesbot.cli.chart.Mark.Side;
import org.milesbot.cli.chart.Mark.Size;

/** How likely a start is within some horizons, a bar each with its interval, for one series below the other. */
public final class ChanceChart {

    private static final int MOST_SERIES = 40;
    private static final int HEAD = 164;
    private static final int FOOT = 84;
    private static final int NAME = 62;
    private static final int BAR = 34;
    private static final int PITCH = 46;
    private static final int LEFT = 170;
    private static final int RIGHT = 800;
    private static final int CAP = 9;

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
     * @param bars one for each horizon
     */
    public record Row(String name, List<Bar> bars) {

        /** Copies the list. */
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /**
     * Draws the first forty.
     *
     * @param asOf the day at whose end the forecast was made, as people write it
     */
    public static Drawing of(List<Row> rows, String asOf, Locale locale) {
        Sheet sheet = new Sheet();
        sheet.title(say(locale, "chance.title"), say(locale, "chance.below", asOf));
        List<Row> shown = rows.stream().limit(MOST_SERIES).toList();
        int bottom = HEAD + shown.stream().mapToInt(ChanceChart::height).sum();
        for (int percent = 0; percent <= 100; percent += 25) {
            double x = x(percent / 100.0);
            sheet.line(x, HEAD, x, bottom, 2, Ink.GRID);
            sheet.words(x, bottom + 40, Size.SMALL, Side.MIDDLE, Ink.FAINT, percent + "%");
        }
        int y = HEAD;
        for (Row row : shown) {
            draw(sheet, row, y);
            y += height(row);
        }
        return sheet.drawn(bottom + FOOT);
    }

    private static int height(Row row) {
        return NAME + row.bars().size() * PITCH + 18;
    }

    private static double x(double chance) {
        return LEFT + chance * (RIGHT - LEFT);
    }

    private static void draw(Sheet sheet, Row row, int top) {
        sheet.box(Drawing.MARGIN, top + 6, Drawing.WIDTH - 2.0 * Drawing.MARGIN, NAME - 14, Ink.PAPER);
        sheet.words(Drawing.MARGIN, top + 44, Size.NAME, Side.LEFT, Ink.TEXT, row.name());
        for (int i = 0; i < row.bars().size(); i++) {
            Bar bar = row.bars().get(i);
            double y = top + NAME + i * (double) PITCH;
            double middle = y + BAR / 2.0;
            sheet.words(LEFT - 18, y + 27, Size.SMALL, Side.RIGHT, Ink.FAINT, bar.label());
            sheet.box(LEFT, y, x(bar.value()) - LEFT, BAR, i == 0 ? Ink.BLUE : Ink.LIGHT);
            sheet.line(x(bar.low()), middle, x(bar.high()), middle, 4, Ink.TEXT);
            sheet.line(x(bar.low()), middle - CAP, x(bar.low()), middle + CAP, 4, Ink.TEXT);
            sheet.line(x(bar.high()), middle - CAP, x(bar.high()), middle + CAP, 4, Ink.TEXT);
            sheet.words(Drawing.WIDTH - Drawing.MARGIN, y + 27, Size.USUAL, Side.RIGHT, Ink.TEXT, bar.words());
        }
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Text.of(ChanceChart.class, key, arguments).in(locale);
    }
}
