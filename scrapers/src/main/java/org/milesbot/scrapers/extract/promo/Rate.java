package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.Currency;
import org.milesbot.scrapers.extract.mention.Clause;

/**
 * Points for a unit of money.
 *
 * @param points how many
 * @param unit which money
 * @param clause in which clause
 * @param from its first token
 * @param to the token after its last
 * @param upTo whether it is said to be the most, or the end of a range
 */
record Rate(BigDecimal points, Currency unit, Clause clause, int from, int to, boolean upTo) {}
