package org.milesbot.scrapers.extract.promo;

import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.DateMention;

/**
 * A date whose role is known.
 *
 * @param mention where
 * @param clause in which clause
 * @param role what it is of
 */
record ReadDate(DateMention mention, Clause clause, DateRole role) {}
