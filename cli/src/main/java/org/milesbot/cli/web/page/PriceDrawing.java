package org.milesbot.cli.web.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Prices over time: a dot each.
 *
 * @param dots the prices
 * @param miles the values on the axis that goes upwards
 * @param months the months on the axis that goes along
 * @param inks how many colours there are
 */
record PriceDrawing(List<Dot> dots, List<Scale.Tick> miles, List<Month> months, int inks) {

    static final int WIDTH = 720;
    static final int HEIGHT = 280;
    static final int LEFT = 64;
    static final int BOTTOM = HEIGHT - 28;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 14;
    private static final int INKS = 5;
    private static final int MOST_MONTHS = 8;
    private static final int TICKS = 4;
    private static final int LEAST_DAYS = 14;

    PriceDrawing {
        dots = List.copyOf(dots);
        miles = List.copyOf(miles);
        months = List.copyOf(months);
    }

    /**
     * A price.
     *
     * @param day when it was told
     * @param miles how many
     * @param program whose
     * @param label what it is, in words
     */
    record Price(LocalDate day, long miles, String program, String label) {}

    /** A dot; programmes have inks from 1, those after the fourth share one. */
    record Dot(long x, long y, int ink, String label) {}

    /** The first day of a month. */
    record Month(YearMonth month, long x) {}

    /**
     * Draws prices.
     *
     * @param programs all of them, in the order of their inks
     */
    static PriceDrawing of(Collection<Price> prices, List<String> programs) {
        LocalDate first =
                prices.stream().map(Price::day).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        LocalDate last =
                prices.stream().map(Price::day).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        long missing = Math.max(0, LEAST_DAYS - ChronoUnit.DAYS.between(first, last));
        LocalDate begin = first.minusDays(1 + missing / 2);
        LocalDate end = last.plusDays(1 + missing / 2);
        Scale along = new Scale((double) begin.toEpochDay(), (double) end.toEpochDay(), LEFT, RIGHT);
        Scale up = Scale.upwards(
                (double) prices.stream().mapToLong(Price::miles).max().orElse(1), BOTTOM, TOP);
        List<Dot> dots = prices.stream()
                .map(price -> new Dot(
                        along.at(price.day().toEpochDay()),
                        up.at(price.miles()),
                        ink(programs.indexOf(price.program())),
                        price.label()))
                .toList();
        return new PriceDrawing(dots, up.ticks(TICKS), months(begin, end, along), Math.min(INKS, programs.size()));
    }

    static int ink(int place) {
        return 1 + Math.min(INKS - 1, Math.max(0, place));
    }

    private static List<Month> months(LocalDate begin, LocalDate end, Scale along) {
        YearMonth first = YearMonth.from(begin).plusMonths(1);
        long all = ChronoUnit.MONTHS.between(first, YearMonth.from(end)) + 1;
        long step = Math.max(1, (all + MOST_MONTHS - 1) / MOST_MONTHS);
        List<Month> months = new ArrayList<>();
        for (YearMonth month = first; !month.atDay(1).isAfter(end); month = month.plusMonths(step)) {
            months.add(new Month(month, along.at(month.atDay(1).toEpochDay())));
        }
        return months.isEmpty() ? List.of(new Month(YearMonth.from(end), along.at(end.toEpochDay()))) : months;
    }
}
