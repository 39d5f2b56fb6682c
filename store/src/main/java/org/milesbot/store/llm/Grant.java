package org.milesbot.store.llm;

import java.time.LocalDate;

/** Whether the language model may be asked. */
public sealed interface Grant {

    /**
     * It may, once.
     *
     * @param userId by whom
     * @param day on whose account
     * @param tokens how many were set aside
     */
    record Reserved(long userId, LocalDate day, long tokens) implements Grant {}

    /** It may not: the cap would be passed. */
    record Denied(Limit limit) implements Grant {}

    /** Which cap. */
    enum Limit {
        /** The person's, until tomorrow. */
        DAY,
        /** The installation's, until the next month. */
        MONTH
    }
}
