package org.milesbot.api.promo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that pays points each month. What the announcement does not settle is null.
 *
 * @param plan the plan's name without the club's, such as {@code Classic}; a plan that is named for its points has their
 *     number in digits alone, such as {@code 2000}
 * @param monthlyPriceBrl what it costs a month while the promo's price holds, in reais; the least, where it is a "from"
 *     price or others pay more
 */
public record ClubPlan(@Nullable String plan, @Nullable BigDecimal monthlyPriceBrl) {

    /** Nothing is known. */
    public static final ClubPlan UNKNOWN = new ClubPlan(null, null);

    /**
     * @throws IllegalArgumentException if the price is below 0
     */
    public ClubPlan {
        if (monthlyPriceBrl != null && monthlyPriceBrl.signum() < 0) {
            throw new IllegalArgumentException("a price is 0 or more, not " + monthlyPriceBrl);
        }
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return plan == null && monthlyPriceBrl == null;
    }
}
