package org.milesbot.cli.fare;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;

/** Fares for tests. */
public final class Fares {

    private Fares() {}

    /** A fare of Smiles in business on a day of March 2027. */
    public static AwardFare fare(String route, int day, long miles) {
        return fare("smiles", route, LocalDate.of(2027, 3, 1).plusDays(day - 1L), miles, "100.00");
    }

    /**
     * Any fare.
     *
     * @param route both airports, such as {@code GRU-LIS}
     * @param taxes in reais, or null if unknown
     */
    public static AwardFare fare(String program, String route, LocalDate day, long miles, @Nullable String taxes) {
        return new AwardFare(
                new ProgramId(program),
                route.substring(0, 3),
                route.substring(4),
                day,
                Cabin.BUSINESS,
                miles,
                taxes == null ? null : new BigDecimal(taxes),
                2,
                0,
                List.of("TP"),
                Instant.parse("2026-11-22T09:00:00Z"),
                URI.create("https://example.org/" + route));
    }
}
