package org.milesbot.scrapers.extract.mention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Finds the year, month or week that a day left out, nearest to the day of publication. */
final class DayResolver {

    private final LocalDate published;

    DayResolver(LocalDate published) {
        this.published = published;
    }

    LocalDate published() {
        return published;
    }

    /** A day of a month of the year that is nearest. */
    @Nullable
    LocalDate nearest(int day, int month) {
        LocalDate best = null;
        for (int year = published.getYear() - 1; year <= published.getYear() + 1; year++) {
            best = nearer(best, exact(day, month, year));
        }
        return best;
    }

    /** A day of the month that is nearest. */
    @Nullable
    LocalDate nearest(int day) {
        LocalDate best = null;
        for (int months = -1; months <= 1; months++) {
            LocalDate month = published.plusMonths(months);
            best = nearer(best, exact(day, month.getMonthValue(), month.getYear()));
        }
        return best;
    }

    /** A day of the month that is yet to come, or the day of publication itself. */
    @Nullable
    LocalDate upcoming(int day) {
        LocalDate found = null;
        for (int months = 0; months <= 2 && found == null; months++) {
            LocalDate month = published.plusMonths(months);
            LocalDate one = exact(day, month.getMonthValue(), month.getYear());
            found = one == null || one.isBefore(published) ? null : one;
        }
        return found;
    }

    /** A day of a month of a year that has two or four digits. */
    static @Nullable LocalDate exact(int day, int month, int year) {
        int fullYear = year < 100 ? 2000 + year : year;
        boolean exists = day >= 1
                && month >= 1
                && month <= 12
                && day <= YearMonth.of(fullYear, month).lengthOfMonth();
        return exists ? LocalDate.of(fullYear, month, day) : null;
    }

    /** The next such weekday, which may be the day of publication itself. */
    LocalDate next(DayOfWeek weekday) {
        return published.with(TemporalAdjusters.nextOrSame(weekday));
    }

    private @Nullable LocalDate nearer(@Nullable LocalDate best, @Nullable LocalDate other) {
        if (best == null || other == null) {
            return best == null ? other : best;
        }
        return distance(other) < distance(best) ? other : best;
    }

    private long distance(LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(published, day));
    }
}
