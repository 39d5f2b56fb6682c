package org.milesbot.scrapers.fare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;

/**
 * What a seat costs, and how many there are.
 *
 * @param cabin the seat's cabin
 * @param miles the price, or null or 0 if there is none
 * @param taxesBrl what is paid in reais besides, or null if unknown
 * @param seats how many seats there are, or null if unknown; 0 is no price at all
 */
record Price(
        Cabin cabin,
        @Nullable Long miles,
        @Nullable BigDecimal taxesBrl,
        @Nullable Long seats) {

    /** Whether it can be had. */
    boolean isOpen() {
        return miles != null && miles > 0 && (seats == null || seats > 0);
    }
}
