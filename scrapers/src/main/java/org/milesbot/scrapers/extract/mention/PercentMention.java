package org.milesbot.scrapers.extract.mention;

import java.math.BigDecimal;

/**
 * A percentage.
 *
 * @param from its first token
 * @param to the token after its last
 * @param value the number
 * @param upTo whether it is said to be the most
 * @param onTop whether it is said to come on top of another
 * @param group which percentages are said in one breath, as in "80% ou 90%": the same number for all of them
 */
public record PercentMention(int from, int to, BigDecimal value, boolean upTo, boolean onTop, int group) {}
