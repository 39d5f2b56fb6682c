package org.milesbot.scrapers.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Retry-After header (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** How long to wait, a day at most; null if the header says nothing that can be understood. */
    static @Nullable Duration parse(@Nullable String header, Clock clock) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        return SECONDS.matcher(value).matches()
                ? bounded(Duration.ofSeconds(Long.parseLong(value)))
                : untilDate(value, clock);
    }

    private static @Nullable Duration untilDate(String date, Clock clock) {
        try {
            ZonedDateTime until = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(Duration.between(clock.instant(), until.toInstant()));
        } catch (DateTimeException e) {
            // Neither seconds nor a date: the server has not said how long.
            return null;
        }
    }

    private static Duration bounded(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
