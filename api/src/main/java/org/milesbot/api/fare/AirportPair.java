package org.milesbot.api.fare;

/**
 * A way between two airports, in one direction, with nothing said of days, cabins or programmes.
 *
 * @param origin IATA code of the airport of departure
 * @param destination IATA code of the airport of arrival
 */
public record AirportPair(String origin, String destination) {

    /**
     * @throws IllegalArgumentException if one is no code
     */
    public AirportPair {
        FareQuery.requireCode(origin);
        FareQuery.requireCode(destination);
    }
}
