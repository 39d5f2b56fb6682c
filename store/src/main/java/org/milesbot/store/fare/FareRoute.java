package org.milesbot.store.fare;

import java.util.Objects;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;

/**
 * What has a price history.
 *
 * @param program whose miles are paid
 * @param origin the IATA code of an airport
 * @param destination the IATA code of an airport
 * @param cabin in which cabin
 */
public record FareRoute(ProgramId program, String origin, String destination, Cabin cabin) {

    /** Refuses nulls. */
    public FareRoute {
        Objects.requireNonNull(program, "program is null");
        Objects.requireNonNull(origin, "origin is null");
        Objects.requireNonNull(destination, "destination is null");
        Objects.requireNonNull(cabin, "cabin is null");
    }

    /** That of a fare. */
    public static FareRoute of(AwardFare fare) {
        return new FareRoute(fare.program(), fare.origin(), fare.destination(), fare.cabin());
    }
}
