package org.milesbot.api.promo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A flight paid with miles. What the announcement does not settle is null.
 *
 * @param originAirport where it starts, as an IATA code of three capital letters
 * @param destAirport where it goes, as an IATA code of three capital letters
 * @param cabin {@code economy}, {@code premium_economy}, {@code business} or {@code first}
 * @param miles the price of one way in miles
 * @param taxesBrl what is paid in money besides, in reais
 */
public record Fare(
        @Nullable String originAirport,
        @Nullable String destAirport,
        @Nullable String cabin,
        @Nullable Long miles,
        @Nullable BigDecimal taxesBrl) {}
