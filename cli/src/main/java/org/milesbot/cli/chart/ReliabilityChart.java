package org.milesbot.cli.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.milesbot.api.Text;

/** Whether what is said to be likely happens as often: forecasts against what came of them. */
public final class ReliabilityChart {

    private static final List<Ink> INKS = List.of(Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.PURPLE, Ink.FAINT);
    private static final int SQUARE = 1150;
    private static final int LEGEND = 60;
    private static final int WHOLE = 100;
    private static final int MARGIN = 4;
    private static final int LINE = 5;
    private static final int DIAGONAL = 3;
    private static final double LARGEST = 52;
    private static final double SMALLEST = 12;
    private static final int PADDING = 20;
    private static final int SPACING = 110;

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
        List<Method> shown = methods.stream()
                .filter(method -> !method.bins().isEmpty())
                .limit(INKS.size())
                .toList();
        return new Drawing(() -> List.of(chart(shown, horizon, locale)));
    }

    private static Chart chart(List<Method> methods, int horizon, Locale locale) {
        Chart chart = new Chart(
                SQUARE + methods.size() * LEGEND,
                say(locale, "reliability.title", horizon),
                say(locale, "reliability.across"));
        chart.across(-MARGIN, WHOLE + MARGIN, percent -> Math.round(percent) + "%");
        chart.upwards(-MARGIN, WHOLE + MARGIN, percent -> Math.round(percent) + "%");
        chart.styler().setXAxisTickMarkSpacingHint(SPACING);
        chart.styler().setYAxisTickMarkSpacingHint(SPACING);
        chart.styler().setLegendLayout(LegendLayout.Vertical);
        chart.styler().setLegendPadding(PADDING);
        chart.besides(say(locale, "reliability.upwards"));
        chart.line(new Points().add(0, 0).add(WHOLE, WHOLE), Ink.FAINT, DIAGONAL, say(locale, "reliability.diagonal"));
        int most = methods.stream()
                .flatMap(method -> method.bins().stream())
                .mapToInt(Bin::count)
                .max()
                .orElse(1);
        for (int i = methods.size() - 1; i >= 0; i--) {
            draw(chart, methods.get(i), INKS.get(i), most);
        }
        return chart;
    }

    private static void draw(Chart chart, Method method, Ink ink, int most) {
        Points line = new Points();
        for (Bin bin : method.bins()) {
            line.add(bin.forecast() * WHOLE, bin.frequency() * WHOLE);
            double size = Math.max(SMALLEST, LARGEST * Math.sqrt(bin.count() / (double) most));
            chart.marks(new Points().add(bin.forecast() * WHOLE, bin.frequency() * WHOLE), ink, new Disc(size));
        }
        chart.line(line, ink, LINE, method.name());
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Text.of(ReliabilityChart.class, key, arguments).in(locale);
    }
}
