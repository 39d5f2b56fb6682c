package org.milesbot.scrapers.source;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.milesbot.api.source.CheckInterval;

/**
 * How often a source may be visited, where what is usual for its provenance does not suit it.
 *
 * @param least the shortest time between two visits, such as {@code PT10M}
 * @param greatest the longest, such as {@code PT6H}
 */
record CheckRow(String least, String greatest) {

    CheckRow {
        Objects.requireNonNull(least, "least is missing");
        Objects.requireNonNull(greatest, "greatest is missing");
        interval(least, greatest);
    }

    CheckInterval interval() {
        return interval(least, greatest);
    }

    private static CheckInterval interval(String least, String greatest) {
        try {
            return new CheckInterval(Duration.parse(least), Duration.parse(greatest));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e.getParsedString() + " is no duration such as PT10M or P1D", e);
        }
    }
}
