package org.milesbot.cli.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.cli.chart.Drawing.Sheet;
import org.milesbot.cli.chart.Mark.Side;
import org.milesbot.cli.chart.Mark.Size;

/** Whether what is said to be likely happens as often: forecasts against what came of them. */
public final class ReliabilityChart {

    private static final List<Ink> INKS = List.of(Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.PURPLE, Ink.FAINT);
    private static final int HEAD = 160;
    private static final int LEGEND = 48;
    private static final double LEFT = 130;
    private static final double SIDE = 880;
    private static final double LARGEST = 26;
    private static final double SMALLEST = 6;

    private ReliabilityChart() {}

    /**
     * Forecasts of about the same probability.
     *
     * @param forecast their mean
     * @param frequency the share of them that came true
     * @param count how many
     */
    public record Bin(double forecast, double frequency, int count) {}

    /**
     * A method.
     *
     * @param name what people call it
     * @param bins its forecasts
     */
    public record Method(String name, List<Bin> bins) {

        /** Sorts the bins. */
        public Method {
            bins = bins.stream()
                    .sorted(Comparator.comparingDouble(Bin::forecast))
                    .toList();
        }
    }

    /**
     * Draws the first five methods; the first one lies on top.
     *
     * @param horizon in days
     */
    public static Drawing of(List<Method> methods, int horizon, Locale locale) {
        List<Method> shown = methods.stream().limit(INKS.size()).toList();
        double top = HEAD + shown.size() * (double) LEGEND + 20;
        Sheet sheet = new Sheet();
        sheet.title(say(locale, "reliability.title", horizon), say(locale, "reliability.below"));
        for (int i = 0; i < shown.size(); i++) {
            double y = HEAD + i * (double) LEGEND + 24;
            sheet.line(Drawing.MARGIN, y, Drawing.MARGIN + 60, y, 6, INKS.get(i));
            sheet.dot(Drawing.MARGIN + 30, y, 12, INKS.get(i));
            sheet.words(
                    Drawing.MARGIN + 80,
                    y + 11,
                    Size.USUAL,
                    Side.LEFT,
                    Ink.TEXT,
                    shown.get(i).name());
        }
        axes(sheet, top, locale);
        int most = shown.stream()
                .flatMap(method -> method.bins().stream())
                .mapToInt(Bin::count)
                .max()
                .orElse(1);
        for (int i = shown.size() - 1; i >= 0; i--) {
            draw(sheet, shown.get(i), INKS.get(i), top, most);
        }
        return sheet.drawn((int) (top + SIDE + 120));
    }

    private static void axes(Sheet sheet, double top, Locale locale) {
        for (int percent = 0; percent <= 100; percent += 20) {
            double x = LEFT + percent / 100.0 * SIDE;
            double y = top + SIDE - percent / 100.0 * SIDE;
            sheet.line(x, top, x, top + SIDE, 2, Ink.GRID);
            sheet.line(LEFT, y, LEFT + SIDE, y, 2, Ink.GRID);
            sheet.words(x, top + SIDE + 44, Size.SMALL, Side.MIDDLE, Ink.FAINT, percent + "%");
            sheet.words(LEFT - 14, y + 10, Size.SMALL, Side.RIGHT, Ink.FAINT, percent + "%");
        }
        sheet.line(LEFT, top + SIDE, LEFT + SIDE, top, 3, Ink.FAINT);
        sheet.words(
                LEFT + SIDE / 2, top + SIDE + 92, Size.USUAL, Side.MIDDLE, Ink.TEXT, say(locale, "reliability.across"));
    }

    private static void draw(Sheet sheet, Method method, Ink ink, double top, int most) {
        double[] before = null;
        for (Bin bin : method.bins()) {
            double x = LEFT + bin.forecast() * SIDE;
            double y = top + SIDE - bin.frequency() * SIDE;
            if (before != null) {
                sheet.line(before[0], before[1], x, y, 4, ink);
            }
            before = new double[] {x, y};
            sheet.dot(x, y, Math.max(SMALLEST, LARGEST * Math.sqrt(bin.count() / (double) most)), ink);
        }
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Text.of(ReliabilityChart.class, key, arguments).in(locale);
    }
}
