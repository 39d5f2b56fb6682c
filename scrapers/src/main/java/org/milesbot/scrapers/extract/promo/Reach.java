package org.milesbot.scrapers.extract.promo;

/** Who a percentage is for. */
enum Reach {
    /** Whoever takes part. */
    EVERYONE,
    /** Customers of the programme, without more. */
    CUSTOMERS,
    /** The words beside it do not tell. */
    UNTOLD,
    /** Some only: subscribers, a status, a card. */
    SOME
}
