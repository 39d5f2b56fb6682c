package org.milesbot.scrapers.extract.promo;

import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.PercentMention;

/**
 * A percentage whose role is known.
 *
 * @param mention where
 * @param clause in which clause
 * @param role what it is of
 * @param reach who it is for
 * @param audience the words that tell who, from and to as tokens; empty where from equals to
 * @param forPurchase whether it is got by buying
 */
record ReadPercent(
        PercentMention mention,
        Clause clause,
        PercentRole role,
        Reach reach,
        AudienceWords audience,
        boolean forPurchase) {

    /**
     * The words that tell who a percentage is for.
     *
     * @param from their first token
     * @param to the token after their last; the same as {@code from} if there are none
     * @param slug which audience
     */
    record AudienceWords(int from, int to, String slug) {

        static final AudienceWords NONE = new AudienceWords(0, 0, "");
    }

    /** Whether it may be what a transfer pays. */
    boolean isTransferBonus() {
        return !forPurchase && (role == PercentRole.BONUS || role == PercentRole.NEUTRAL);
    }

    /** Whether it may be what a purchase gives. */
    boolean isPurchaseGain() {
        return role == PercentRole.DISCOUNT || (forPurchase && role == PercentRole.BONUS);
    }
}
