package org.milesbot.api.fare;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;

/**
 * What a seat on a day costs in miles, for one passenger and one way, as somebody who sells or lists it said.
 *
 * @param program whose miles are paid
 * @param origin the IATA code of the airport where it starts
 * @param destination the IATA code of the airport where it ends
 * @param date the day of departure, by the calendar at the origin
 * @param cabin the cabin of the longest flight of it; a mix of cabins has that of the lowest
 * @param miles the price, at least 1
 * @param taxesBrl what is paid in reais besides, or null if unknown or told in other money
 * @param seats how many seats there are at this price, at least 1, or null if unknown
 * @param stops how often one changes planes; 0 for a direct flight, null if unknown
 * @param airlines IATA codes of the airlines that fly it, without repeats; empty if unknown
 * @param fetchedAt when it was so
 * @param link where one books it or reads of it, or null
 */
public record AwardFare(
        ProgramId program,
        String origin,
        String destination,
        LocalDate date,
        Cabin cabin,
        long miles,
        @Nullable BigDecimal taxesBrl,
        @Nullable Integer seats,
        @Nullable Integer stops,
        List<String> airlines,
        Instant fetchedAt,
        @Nullable URI link) {

    /**
     * Copies the airlines.
     *
     * @throws IllegalArgumentException if a code is none, the ends are the same, or a number is out of its range
     */
    public AwardFare {
        Objects.requireNonNull(program, "program is null");
        FareQuery.requireCode(origin);
        FareQuery.requireCode(destination);
        Objects.requireNonNull(date, "date is null");
        Objects.requireNonNull(cabin, "cabin is null");
        Objects.requireNonNull(fetchedAt, "fetchedAt is null");
        airlines = List.copyOf(airlines);
        require(!origin.equals(destination), "a flight from " + origin + " to itself");
        require(miles >= 1, "a price of " + miles + " miles");
        require(taxesBrl == null || taxesBrl.signum() >= 0, "taxes of " + taxesBrl);
        require(seats == null || seats >= 1, seats + " seats; a fare without a seat is none");
        require(stops == null || stops >= 0, stops + " stops");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether one flies there without changing planes; false if unknown. */
    public boolean isDirect() {
        return stops != null && stops == 0;
    }
}
