package org.milesbot.api.promo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A point in America/Sao_Paulo as an announcement states it: a date, with an hour only where one is stated.
 *
 * @param date the local date
 * @param time the local time to the minute, or null if none is stated
 */
public record Moment(LocalDate date, @Nullable LocalTime time) {

    /** Refuses a null date. */
    public Moment {
        Objects.requireNonNull(date, "date is null");
    }

    /** A date without an hour. */
    public static Moment of(LocalDate date) {
        return new Moment(date, null);
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws java.time.format.DateTimeParseException if it is neither an ISO local date nor an ISO local date-time
     */
    public static Moment parse(String iso) {
        if (iso.indexOf('T') < 0) {
            return of(LocalDate.parse(iso));
        }
        LocalDateTime both = LocalDateTime.parse(iso);
        return new Moment(both.toLocalDate(), both.toLocalTime());
    }

    /** The ISO local date, such as {@code 2026-11-30}, or date-time where the hour is known, {@code 2026-11-30T23:59}. */
    @Override
    public String toString() {
        return time == null ? date.toString() : date.atTime(time).toString();
    }
}
