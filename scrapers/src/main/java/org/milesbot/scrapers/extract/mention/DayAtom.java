package org.milesbot.scrapers.extract.mention;

import java.time.LocalDate;

/**
 * One day as told by one form of words.
 *
 * @param from its first token
 * @param to the token after its last
 * @param day the day
 * @param weight how exact the form is: where two stand side by side, the more exact one counts
 */
record DayAtom(int from, int to, LocalDate day, Weight weight) {

    /** How exact a form of words is. */
    enum Weight {
        /** "sexta-feira". */
        WEEKDAY,
        /** "amanhã". */
        RELATIVE,
        /** "dia 12", "(12)". */
        DAY,
        /** "12/03", "12 de março". */
        DAY_AND_MONTH,
        /** "12/03/2025". */
        FULL
    }
}
