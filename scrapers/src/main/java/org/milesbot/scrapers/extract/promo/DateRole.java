package org.milesbot.scrapers.extract.promo;

/** What a date is of. */
enum DateRole {
    /** The first day. */
    START,
    /** The last day. */
    END,
    /** Both: the only day, or a period. */
    PERIOD,
    /** No day of the offer's window. */
    OTHER
}
