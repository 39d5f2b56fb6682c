package org.milesbot.scrapers.extract.promo;

import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.DateMention;

/**
 * A date whose role is known.
 *
 * @param mention where
 * @param clause in which clause
 * @param role what it is of
 * @param untold whether nothing says what it is of, so that it is not known to be of something else either
 */
record ReadDate(DateMention mention, Clause clause, DateRole role, boolean untold) {}
