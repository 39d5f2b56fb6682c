package org.milesbot.cli.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.chart.Drawing.Sheet;
import org.milesbot.cli.chart.Mark.Side;
import org.milesbot.cli.chart.Mark.Size;

/** When campaigns started and how high they were, a line of time for each series, on a scale of its own. */
public final class TimelineChart {

    private static final int MOST_SERIES = 40;
    private static final int HEAD = 150;
    private static final int FOOT = 90;
    private static final int NAME = 54;
    private static final int STEM = 96;
    private static final int ROW = NAME + STEM + 26;
    private static final double LEFT = Drawing.MARGIN + 8.0;
    private static final double RIGHT = Drawing.WIDTH - Drawing.MARGIN - 80.0;
    private static final int QUARTER = 3;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yy", Locale.ROOT);

    private TimelineChart() {}

    /**
     * A campaign.
     *
     * @param start its first day
     * @param percent the highest percentage, or null if it is not known
     */
    public record Point(LocalDate start, @Nullable Double percent) {}

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
     * Draws the campaigns of some years; of the series that have one, the first forty.
     *
     * @param from the first day that is shown
     * @param to the last day that is shown
     */
    public static Drawing of(List<Row> rows, LocalDate from, LocalDate to, Locale locale) {
        List<Row> shown = rows.stream()
                .map(row -> within(row, from, to))
                .filter(row -> !row.points().isEmpty())
                .limit(MOST_SERIES)
                .toList();
        Scale scale = new Scale(from, to);
        Sheet sheet = new Sheet();
        sheet.title(say(locale, "timeline.title"), say(locale, "timeline.below"));
        int bottom = HEAD + shown.size() * ROW;
        months(sheet, scale, bottom);
        for (int i = 0; i < shown.size(); i++) {
            draw(sheet, scale, shown.get(i), HEAD + i * ROW);
        }
        return sheet.drawn(bottom + FOOT);
    }

    private static Row within(Row row, LocalDate from, LocalDate to) {
        return new Row(
                row.name(),
                row.points().stream()
                        .filter(point ->
                                !point.start().isBefore(from) && !point.start().isAfter(to))
                        .toList());
    }

    private static double percent(Point point) {
        return point.percent() == null ? 0 : point.percent();
    }

    private record Scale(LocalDate from, LocalDate to) {

        double x(LocalDate day) {
            double whole = Math.max(1, ChronoUnit.DAYS.between(from, to));
            return LEFT + ChronoUnit.DAYS.between(from, day) / whole * (RIGHT - LEFT);
        }
    }

    private static void months(Sheet sheet, Scale scale, int bottom) {
        long months = ChronoUnit.MONTHS.between(scale.from, scale.to);
        int step = (int) Math.max(QUARTER, months / 8 / QUARTER * QUARTER);
        LocalDate first = scale.from.withDayOfMonth(1).plusMonths(1);
        for (LocalDate month = first; !month.isAfter(scale.to); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % step == 0) {
                sheet.line(scale.x(month), HEAD, scale.x(month), bottom, 2, Ink.GRID);
                sheet.words(scale.x(month), bottom + 40, Size.SMALL, Side.MIDDLE, Ink.FAINT, MONTH.format(month));
            }
        }
    }

    private static void draw(Sheet sheet, Scale scale, Row row, int top) {
        double foot = top + NAME + (double) STEM;
        sheet.box(Drawing.MARGIN, top + 4, RIGHT - Drawing.MARGIN, NAME - 20, Ink.PAPER);
        sheet.words(Drawing.MARGIN, top + 34, Size.NAME, Side.LEFT, Ink.TEXT, row.name());
        sheet.line(LEFT, foot, RIGHT, foot, 2, Ink.FAINT);
        double highest = Math.max(
                1,
                row.points().stream().mapToDouble(TimelineChart::percent).max().orElse(0));
        for (Point point : row.points()) {
            double x = scale.x(point.start());
            double head = foot - percent(point) / highest * STEM;
            sheet.line(x, foot, x, head, 4, Ink.LIGHT);
            sheet.dot(x, head, 8, point.percent() == null ? Ink.FAINT : Ink.BLUE);
        }
        Point last = row.points().get(row.points().size() - 1);
        if (last.percent() != null) {
            double head = foot - percent(last) / highest * STEM;
            String words = Math.round(last.percent()) + "%";
            sheet.words(scale.x(last.start()) + 16, head + 10, Size.SMALL, Side.LEFT, Ink.TEXT, words);
        }
    }

    private static String say(Locale locale, String key) {
        return Text.of(TimelineChart.class, key).in(locale);
    }
}
