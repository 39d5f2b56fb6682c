package org.milesbot.scrapers.extract.promo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.mention.Clause;

/**
 * One transfer campaign in an announcement.
 *
 * @param taker the programme that points go to
 * @param givers where they come from, if named
 * @param everyBank the words that say every bank, if so
 * @param clauses the clauses that speak of it
 * @param percents its percentages, or null where they are those of its clauses
 */
record Campaign(
        NameMention taker,
        List<NameMention> givers,
        List<Hit> everyBank,
        List<Clause> clauses,
        @Nullable List<ReadPercent> percents) {

    Campaign(NameMention taker, List<NameMention> givers, List<Hit> everyBank, List<Clause> clauses) {
        this(taker, givers, everyBank, clauses, null);
    }

    Campaign withPercents(List<ReadPercent> own) {
        return new Campaign(taker, givers, everyBank, clauses, own);
    }

    /** Who gives and who takes. */
    Set<String> slugs() {
        Set<String> slugs = new LinkedHashSet<>(Sides.slugs(givers));
        slugs.add(taker.slug());
        return slugs;
    }
}
