package org.milesbot.scrapers.extract.mention;

import java.math.BigDecimal;

/**
 * A quantity of points or money.
 *
 * @param from its first token
 * @param to the token after its last
 * @param value how many
 * @param unit of what
 */
public record AmountMention(int from, int to, BigDecimal value, Unit unit) {

    /** What is counted. */
    public enum Unit {
        /** Points, miles. */
        POINTS,
        /** Reais. */
        REAIS,
        /** A bare number that a unit may follow later. */
        NONE
    }
}
