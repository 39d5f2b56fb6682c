package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.milesbot.scrapers.extract.mention.Clause;

/**
 * A stretch of an announcement that may be an offer of its own.
 *
 * @param opening the clauses that say what it is about: a heading, or its first sentence
 * @param rest what follows
 */
record Section(List<Clause> opening, List<Clause> rest) {

    Section {
        opening = List.copyOf(opening);
        rest = List.copyOf(rest);
    }
}
