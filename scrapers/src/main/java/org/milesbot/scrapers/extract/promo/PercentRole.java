package org.milesbot.scrapers.extract.promo;

/** What a percentage is of. */
enum PercentRole {
    /** More points. */
    BONUS,
    /** Less money. */
    DISCOUNT,
    /** A fee, a rise, a share of money. */
    FEE,
    /** More points for spending. */
    EARNED,
    /** What another time paid. */
    FORMER,
    /** A part of a bonus that arrives at another time. */
    CREDIT_PART,
    /** The words beside it do not tell. */
    NEUTRAL
}
