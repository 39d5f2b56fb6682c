package org.milesbot.api.promo;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flight paid with miles. What the announcement does not settle is null.
 *
 * @param origin where it starts
 * @param destination where it goes
 * @param cabin the seat's cabin
 * @param miles the price in miles of one passenger, for the flights that {@code trip} says; never halved or doubled
 * @param taxesBrl what is paid in money besides, in reais
 * @param trip whether the price is of one way or of both
 * @param travel when one may fly; {@link TravelDates#UNKNOWN} if untold
 */
public record Fare(
        @Nullable Place origin,
        @Nullable Place destination,
        @Nullable Cabin cabin,
        @Nullable Long miles,
        @Nullable BigDecimal taxesBrl,
        @Nullable Trip trip,
        TravelDates travel) {

    /** Nothing is known. */
    public static final Fare UNKNOWN = new Fare(null, null, null, null, null, null, TravelDates.UNKNOWN);

    /** Refuses null dates of travel. */
    public Fare {
        Objects.requireNonNull(travel, "travel is null");
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return origin == null
                && destination == null
                && cabin == null
                && miles == null
                && taxesBrl == null
                && trip == null
                && travel.isUnknown();
    }

    /** The IATA code of the airport where it starts, or null if unknown. */
    public @Nullable String originAirport() {
        return origin == null ? null : origin.airport();
    }

    /** The IATA code of the airport where it goes, or null if unknown. */
    public @Nullable String destAirport() {
        return destination == null ? null : destination.airport();
    }
}
