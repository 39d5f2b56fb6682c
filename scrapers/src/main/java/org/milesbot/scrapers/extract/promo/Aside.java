package org.milesbot.scrapers.extract.promo;

/** Why a clause does not speak of the offer itself. */
enum Aside {
    /** It does. */
    NO,
    /** It belongs to the page, not to the text. */
    BOILERPLATE,
    /** It stands under a heading for opinion, history and the like. */
    SECTION,
    /** It tells of another time. */
    PAST,
    /** It tells of what is usual. */
    HABIT,
    /** It supposes or works an example. */
    EXAMPLE,
    /** It tells of something else that one may prefer. */
    CONTRAST,
    /** It says that something is not on offer. */
    ABSENCE;

    /** Whether a date in it may still be the offer's. */
    boolean mayHoldDates() {
        return this == HABIT || this == EXAMPLE || this == CONTRAST || this == ABSENCE || this == SECTION;
    }
}
