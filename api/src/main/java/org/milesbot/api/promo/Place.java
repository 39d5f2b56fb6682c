package org.milesbot.api.promo;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a flight starts or ends: a city, and which of its airports if that is told. {@code GRU} lies in {@code SAO}; a
 * city with one airport often has the airport's code, as {@code REC}.
 *
 * @param airport the airport's IATA code of three capital letters, or null if the city has several and none is told
 * @param city the city's IATA code of three capital letters, or null if whoever reports the airport does not know it
 */
public record Place(@Nullable String airport, @Nullable String city) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /**
     * @throws IllegalArgumentException if neither is given, or a code is not of the form {@code [A-Z]{3}}
     */
    public Place {
        if (airport == null && city == null) {
            throw new IllegalArgumentException("a place without airport and city is no place");
        }
        requireCode(airport);
        requireCode(city);
    }

    /** An airport whose city is not known here. */
    public static Place airport(String code) {
        return new Place(code, null);
    }

    /** A city, whichever of its airports. */
    public static Place city(String code) {
        return new Place(null, code);
    }

    private static void requireCode(@Nullable String code) {
        if (code != null && !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "an IATA code has three capital letters, such as GRU, not \"" + code + '"');
        }
    }

    /** The airport's code, or the city's where no airport is told. */
    @Override
    public String toString() {
        return airport == null ? String.valueOf(city) : airport;
    }
}
