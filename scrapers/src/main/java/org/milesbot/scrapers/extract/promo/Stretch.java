package org.milesbot.scrapers.extract.promo;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days in a row, as one form of words tells them.
 *
 * @param from the first token of the words
 * @param to the token after their last
 * @param first the first day
 * @param last the last day
 * @param dated whether the words tell the year
 */
record Stretch(int from, int to, LocalDate first, LocalDate last, boolean dated) {

    /** Whether it is one day or one month. */
    boolean isOne() {
        return first.equals(last)
                || (first.getDayOfMonth() == 1
                        && last.equals(YearMonth.from(first).atEndOfMonth()));
    }
}
