package org.milesbot.cli.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;

/** When campaigns started and how high they were, a chart of its own for each series. */
public final class TimelineChart {

    private static final int MOST_SERIES = 20;
    private static final int HEIGHT = 720;
    private static final int MOST_LABELS = 4;
    private static final int TENTHS = 10;
    private static final double WHOLE = 100;
    private static final double HEAD = .15;
    private static final double FOOT = .05;
    private static final int BETWEEN_LINES = 80;
    private static final int BETWEEN_MONTHS = 170;
    private static final double MARGIN = .04;
    private static final double APART = .12;
    private static final int DOT = 20;
    private static final int STEM = 4;

    private static final Comparator<Point> BY_HEIGHT =
            Comparator.comparingDouble(TimelineChart::height).thenComparing(Point::start);

    private TimelineChart() {}

    /**
     * A campaign.
     *
     * @param start its first day
     * @param highest the highest percentage, or null if it is not known
     * @param base what anyone gets, or null if it is not known
     */
    public record Point(
            LocalDate start,
            @Nullable Double highest,
            @Nullable Double base) {}

    /**
     * A series.
     *
     * @param name what people call it
     * @param points its campaigns
     */
    public record Row(String name, List<Point> points) {

        /** Copies the list. */
        public Row {
            points = List.copyOf(points);
        }
    }

    /**
     * Draws the campaigns of some years; of the series that have one, the first twenty.
     *
     * @param from the first day that is shown
     * @param to the last day that is shown
     */
    public static Drawing of(List<Row> rows, LocalDate from, LocalDate to, Locale locale) {
        Span span = new Span(from, to);
        List<Row> shown = rows.stream()
                .map(span::within)
                .filter(row -> !row.points().isEmpty())
                .limit(MOST_SERIES)
                .toList();
        return new Drawing(
                () -> shown.stream().map(row -> chart(row, span, locale)).toList());
    }

    private record Span(LocalDate from, LocalDate to) {

        Row within(Row row) {
            return new Row(
                    row.name(),
                    row.points().stream()
                            .filter(point -> !point.start().isBefore(from)
                                    && !point.start().isAfter(to))
                            .toList());
        }

        double days(double share) {
            return Math.max(1, ChronoUnit.DAYS.between(from, to)) * share;
        }

        LocalDate before() {
            return from.minusDays(1 + (long) days(MARGIN));
        }

        LocalDate after() {
            return to.plusDays(1 + (long) days(MARGIN));
        }

        boolean areApart(Point one, Point other) {
            return Math.abs(ChronoUnit.DAYS.between(one.start(), other.start())) > days(APART);
        }
    }

    private static Chart chart(Row row, Span span, Locale locale) {
        Chart chart = new Chart(HEIGHT, Chart.name(row.name()), say(locale, "timeline.below"));
        chart.across(span.before(), span.after());
        double top = top(row);
        chart.styler().setXAxisTickMarkSpacingHint(BETWEEN_MONTHS);
        chart.styler().setYAxisTickMarkSpacingHint(BETWEEN_LINES);
        chart.upwards(-top * FOOT, top * (1 + HEAD), percent -> Math.round(percent) + "%");
        chart.corners(new Points().add(span.before(), 0).add(span.after(), top));
        stems(chart, row);
        dots(chart, row, locale);
        for (Point point : labelled(row.points(), span)) {
            chart.write(Math.round(height(point)) + "%", Points.at(point.start()), height(point) + top * HEAD / 2);
        }
        return chart;
    }

    private static double top(Row row) {
        double highest = row.points().stream()
                .flatMap(point -> Stream.of(point.highest(), point.base()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(WHOLE);
        return Math.max(TENTHS, Math.ceil(highest / TENTHS) * TENTHS);
    }

    private static void stems(Chart chart, Row row) {
        Points stems = new Points();
        for (Point point : row.points()) {
            if (point.highest() != null && point.base() != null) {
                stems.add(point.start(), point.base())
                        .add(point.start(), point.highest())
                        .gap();
            }
        }
        if (!stems.isEmpty()) {
            chart.line(stems, Ink.DEEP, STEM);
        }
    }

    private static void dots(Chart chart, Row row, Locale locale) {
        Points highest = new Points();
        Points base = new Points();
        Points unknown = new Points();
        for (Point point : row.points()) {
            if (point.highest() != null) {
                highest.add(point.start(), point.highest());
            }
            if (point.base() != null && !point.base().equals(point.highest())) {
                base.add(point.start(), point.base());
            }
            if (point.highest() == null && point.base() == null) {
                unknown.add(point.start(), 0);
            }
        }
        dots(chart, highest, Ink.BLUE, say(locale, "timeline.highest"));
        dots(chart, base, Ink.ORANGE, say(locale, "timeline.base"));
        dots(chart, unknown, Ink.FAINT, say(locale, "timeline.unknown"));
    }

    private static void dots(Chart chart, Points points, Ink ink, String label) {
        if (!points.isEmpty()) {
            chart.marks(points, ink, new Disc(DOT), label);
        }
    }

    private static double height(Point point) {
        return point.highest() == null ? 0 : point.highest();
    }

    /** The highest ones, of equals the last ones, of those that have no higher one close by, which would lie on the label. */
    private static List<Point> labelled(List<Point> points, Span span) {
        return points.stream()
                .filter(point -> point.highest() != null)
                .filter(point -> points.stream()
                        .noneMatch(other -> BY_HEIGHT.compare(other, point) > 0 && !span.areApart(other, point)))
                .sorted(BY_HEIGHT.reversed())
                .limit(MOST_LABELS)
                .toList();
    }

    private static String say(Locale locale, String key) {
        return Text.of(TimelineChart.class, key).in(locale);
    }
}
