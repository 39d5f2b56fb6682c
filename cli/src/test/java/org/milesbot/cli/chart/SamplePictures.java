package org.milesbot.cli.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.milesbot.cli.chart.ChanceChart.Bar;
import org.milesbot.cli.chart.TimelineChart.Point;

/** Pictures as full as those that people are sent. */
final class SamplePictures {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int CAMPAIGNS = 60;

    private SamplePictures() {}

    static Drawing chances(int programs, Locale locale) {
        return ChanceChart.of(
                IntStream.range(0, programs)
                        .mapToObj(i -> {
                            double chance = (95 - 90.0 * i / programs) / 100;
                            return new ChanceChart.Row(
                                    "Programa bem comprido → " + i, List.of(bar(30, chance), bar(7, chance / 3)));
                        })
                        .toList(),
                "20/11/2026",
                locale);
    }

    private static Bar bar(int days, double chance) {
        double low = chance * .7;
        double high = 1 - (1 - chance) * .7;
        String words = String.format(Locale.ROOT, "%.0f%% (%.0f–%.0f)", chance * 100, low * 100, high * 100);
        return new Bar(days + " dias", chance, low, high, words);
    }

    /** Five years with a campaign a month. */
    static Drawing history(Locale locale) {
        List<Point> points = IntStream.range(0, CAMPAIGNS)
                .mapToObj(i -> {
                    double highest = 40 + i * 35 % 13 * 5;
                    return new Point(
                            DAY.minusDays(30L * (CAMPAIGNS - i)), highest, i % 3 == 0 ? highest : highest - 20);
                })
                .toList();
        return TimelineChart.of(
                List.of(new TimelineChart.Row("Smiles", points)), DAY.minusDays(30L * CAMPAIGNS), DAY, locale);
    }
}
