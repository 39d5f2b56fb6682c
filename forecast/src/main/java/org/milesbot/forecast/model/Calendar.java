package org.milesbot.forecast.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import org.milesbot.forecast.history.Grid;

/** What a day is in the calendar, for all days of a grid and those that are forecast. */
final class Calendar {

    private static final int BEFORE_BLACK_FRIDAY = 10;
    private static final int AFTER_BLACK_FRIDAY = 3;
    private static final int WEEK = 7;
    private static final int DAYS_A_PART = 5;
    private static final int LAST_PART = 5;

    private final int[] weekdays;
    private final int[] parts;
    private final int[] months;
    private final boolean[] blackFridays;

    Calendar(Grid grid, int days) {
        weekdays = new int[days];
        parts = new int[days];
        months = new int[days];
        blackFridays = new boolean[days];
        int weekday = grid.date(0).getDayOfWeek().getValue() - 1;
        int day = 0;
        LocalDate date = grid.date(0);
        while (day < days) {
            int lastOfMonth = date.lengthOfMonth();
            for (int of = date.getDayOfMonth(); of <= lastOfMonth && day < days; of++) {
                weekdays[day] = (weekday + day) % WEEK;
                parts[day] = Math.min((of - 1) / DAYS_A_PART, LAST_PART);
                months[day] = date.getMonthValue() - 1;
                day++;
            }
            date = date.plusMonths(1).withDayOfMonth(1);
        }
        for (int year = grid.date(0).getYear(); year <= date.getYear(); year++) {
            int friday = grid.day(blackFriday(year));
            Arrays.fill(
                    blackFridays,
                    Math.min(Math.max(friday - BEFORE_BLACK_FRIDAY, 0), days),
                    Math.min(Math.max(friday + AFTER_BLACK_FRIDAY + 1, 0), days),
                    true);
        }
    }

    /** The day after the fourth Thursday of November. */
    static LocalDate blackFriday(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
    }

    /** 0 for Monday. */
    int weekday(int day) {
        return weekdays[day];
    }

    /** Which sixth of the month, from 0. */
    int part(int day) {
        return parts[day];
    }

    /** 0 for January. */
    int month(int day) {
        return months[day];
    }

    boolean isAroundBlackFriday(int day) {
        return blackFridays[day];
    }
}
