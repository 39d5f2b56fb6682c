package org.milesbot.store.user;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.TravelDates;

/**
 * Flights that somebody waits for: from any of some airports or cities to any of others.
 *
 * @param id its number; 0 as long as it is not kept
 * @param origins where they start, as IATA codes
 * @param dests where they end, as IATA codes
 * @param cabin in which cabin, or null for any
 * @param maxMiles the most miles that they may cost, or null for any number
 * @param travel when
 */
public record UserRoute(
        long id,
        Set<String> origins,
        Set<String> dests,
        @Nullable Cabin cabin,
        @Nullable Long maxMiles,
        TravelDates travel) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if an end is missing, a code is none, or the miles are not above 0
     */
    public UserRoute {
        origins = codes(origins);
        dests = codes(dests);
        Objects.requireNonNull(travel, "travel is null");
        if (maxMiles != null && maxMiles <= 0) {
            throw new IllegalArgumentException("a flight for " + maxMiles + " miles");
        }
    }

    private static Set<String> codes(Set<String> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a route without a beginning or an end");
        }
        for (String code : codes) {
            if (!CODE.matcher(code).matches()) {
                throw new IllegalArgumentException(
                        "an IATA code has three capital letters, such as GRU, not \"" + code + '"');
            }
        }
        return Set.copyOf(codes);
    }

    /** The same under another number. */
    public UserRoute withId(long other) {
        return new UserRoute(other, origins, dests, cabin, maxMiles, travel);
    }

    /** Whether another waits for the same flights, whichever number it has. */
    public boolean isSameAs(UserRoute other) {
        return equals(other.withId(id));
    }
}
