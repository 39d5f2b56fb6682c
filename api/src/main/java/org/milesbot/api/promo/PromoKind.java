package org.milesbot.api.promo;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;

/** What sort of offer a promo is. An open set: plug-ins add to it. */
public record PromoKind(String value) {

    /** Points sent from one programme to another arrive as more. */
    public static final PromoKind TRANSFER_BONUS = new PromoKind("transfer_bonus");

    /** Points or miles sold at a discount or with a bonus. */
    public static final PromoKind POINTS_PURCHASE = new PromoKind("points_purchase");

    /** A subscription that pays points each month. */
    public static final PromoKind CLUB = new PromoKind("club");

    /** More points than usual for each real spent at a shop. */
    public static final PromoKind EARN_MULTIPLIER = new PromoKind("earn_multiplier");

    /** A bonus on points that stay inside one programme. */
    public static final PromoKind INTERNAL_TRANSFER = new PromoKind("internal_transfer");

    /** A flight paid with miles. */
    public static final PromoKind AWARD_FARE = new PromoKind("award_fare");

    /**
     * @throws IllegalArgumentException if the value is not of the form {@code [a-z][a-z0-9_]*}
     */
    public PromoKind {
        Slugs.require("kind", value);
    }

    /** Written out, like the hash: what Java makes for a record takes a short command milliseconds before it first runs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PromoKind same && value.equals(same.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The slug itself. */
    @Override
    public String toString() {
        return value;
    }
}
