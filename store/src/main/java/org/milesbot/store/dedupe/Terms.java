package org.milesbot.store.dedupe;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.Promo;

/**
 * What an offer other than a transfer is about. What does not apply or is untold is null or empty.
 *
 * @param gain whether the percentages are more points or less money
 * @param from where a fare starts: the city, else the airport
 * @param to where it goes
 * @param cabin its cabin
 * @param miles its price
 * @param rate the most points for one unit of money
 * @param shops the shops that pay them, in small letters
 * @param plan the plan of a club, in small letters
 * @param price what it costs a month
 */
record Terms(
        @Nullable String gain,
        @Nullable String from,
        @Nullable String to,
        @Nullable String cabin,
        @Nullable Long miles,
        @Nullable BigDecimal rate,
        Set<String> shops,
        @Nullable String plan,
        @Nullable BigDecimal price) {

    static final Terms NONE = new Terms(null, null, null, null, null, null, Set.of(), null, null);

    static Terms of(Promo promo) {
        Fare fare = promo.fare() == null ? Fare.UNKNOWN : promo.fare();
        Earning earning = promo.earning() == null ? Earning.UNKNOWN : promo.earning();
        ClubPlan club = promo.club() == null ? ClubPlan.UNKNOWN : promo.club();
        Terms terms = new Terms(
                slug(promo.bonus().gain()),
                place(fare.origin()),
                place(fare.destination()),
                slug(fare.cabin()),
                fare.miles(),
                earning.rateMax(),
                earning.shops().stream().map(Terms::small).collect(Collectors.toUnmodifiableSet()),
                club.plan() == null ? null : small(club.plan()),
                club.monthlyPriceBrl() == null ? null : club.monthlyPriceBrl().stripTrailingZeros());
        return terms.equals(NONE) ? NONE : terms;
    }

    /** The city first, because one announcement names it where another names its airport. */
    private static @Nullable String place(@Nullable Place place) {
        return place == null ? null : Objects.requireNonNullElse(place.city(), place.airport());
    }

    private static @Nullable String slug(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static String small(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
