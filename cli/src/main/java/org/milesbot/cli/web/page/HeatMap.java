package org.milesbot.cli.web.page;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.forecast.history.DatedCampaign;

/**
 * The weeks in which each of some programmes had a campaign open, as a calendar: a row a programme, a column a week.
 *
 * @param rows the programmes
 * @param months the months along the top
 * @param width of the drawing
 * @param height of the drawing
 */
record HeatMap(List<Row> rows, List<Month> months, int width, int height) {

    static final int WEEKS = 105;
    static final int PITCH = 9;
    static final int ROW = 24;
    static final int HEAD = 24;
    private static final int DAYS = 7;
    private static final int MONTHS_APART = 3;
    private static final List<BigDecimal> LEVELS =
            List.of(BigDecimal.valueOf(50), BigDecimal.valueOf(80), BigDecimal.valueOf(100));

    HeatMap {
        rows = List.copyOf(rows);
        months = List.copyOf(months);
    }

    /**
     * A week of a programme.
     *
     * @param monday its first day
     * @param highest the highest percentage that anyone got in it, or null if none is known
     * @param days on how many days a campaign was open
     */
    record Week(LocalDate monday, @Nullable Percent highest, int days) {

        /** From 1 to 4, by the percentage: below 50, below 80, below 100, and from there on; 1 if it is not known. */
        int level() {
            return highest == null
                    ? 1
                    : 1
                            + (int) LEVELS.stream()
                                    .filter(least -> highest.value().compareTo(least) >= 0)
                                    .count();
        }
    }

    /** A week where it lies, and what it says. */
    record Cell(int x, int level, String words) {}

    /**
     * A programme.
     *
     * @param slug of the programme
     * @param y where its row begins
     * @param cells the weeks with a campaign
     * @param weeks the same as figures
     */
    record Row(String slug, int y, List<Cell> cells, List<Week> weeks) {

        Row {
            cells = List.copyOf(cells);
            weeks = List.copyOf(weeks);
        }
    }

    /** The first week of a month. */
    record Month(YearMonth month, int x) {}

    /** The Monday of the first week that is shown on a day. */
    static LocalDate first(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
    }

    /**
     * Draws campaigns.
     *
     * @param programs whose, in the order of the rows
     * @param words what is said of a week
     */
    static HeatMap of(
            List<String> programs, Collection<DatedCampaign> campaigns, LocalDate today, Function<Week, String> words) {
        LocalDate first = first(today);
        List<Row> rows = new ArrayList<>();
        for (String program : programs) {
            List<Week> weeks = weeks(
                    campaigns.stream()
                            .filter(campaign -> campaign.program().value().equals(program))
                            .toList(),
                    first,
                    today);
            List<Cell> cells = weeks.stream()
                    .map(week -> new Cell(x(first, week.monday()), week.level(), words.apply(week)))
                    .toList();
            rows.add(new Row(program, HEAD + rows.size() * ROW, cells, weeks));
        }
        return new HeatMap(rows, months(first, today), WEEKS * PITCH, HEAD + programs.size() * ROW);
    }

    private static int x(LocalDate first, LocalDate day) {
        return (int) ChronoUnit.WEEKS.between(first, day) * PITCH;
    }

    private static List<Week> weeks(Collection<DatedCampaign> campaigns, LocalDate first, LocalDate today) {
        SortedMap<LocalDate, SortedSet<LocalDate>> days = new TreeMap<>();
        Map<LocalDate, Percent> highest = new TreeMap<>();
        for (DatedCampaign campaign : campaigns) {
            LocalDate from = campaign.start().isBefore(first) ? first : campaign.start();
            LocalDate to = campaign.end().isAfter(today) ? today : campaign.end();
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                days.computeIfAbsent(monday, week -> new TreeSet<>()).add(day);
                if (campaign.bonus() != null) {
                    highest.merge(monday, campaign.bonus(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
                }
            }
        }
        return days.entrySet().stream()
                .map(week -> new Week(
                        week.getKey(),
                        highest.get(week.getKey()),
                        Math.min(DAYS, week.getValue().size())))
                .toList();
    }

    private static List<Month> months(LocalDate first, LocalDate today) {
        List<Month> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(first).plusMonths(1);
                !month.atDay(1).isAfter(today.minusMonths(1));
                month = month.plusMonths(MONTHS_APART)) {
            months.add(new Month(month, x(first, month.atDay(1))));
        }
        return months;
    }
}
