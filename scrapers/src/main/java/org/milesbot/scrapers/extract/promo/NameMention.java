package org.milesbot.scrapers.extract.promo;

import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.mention.Clause;

/**
 * A programme, bank or card named in a clause.
 *
 * @param hit where
 * @param programmeClass of what class it is
 * @param clause in which clause
 * @param standing what it stands there for
 * @param mark what the words beside it say about its side
 */
record NameMention(Hit hit, ProgrammeClass programmeClass, Clause clause, Standing standing, Mark mark) {

    /** What a name stands for. */
    enum Standing {
        /** The programme itself. */
        ITSELF,
        /** Its club. */
        CLUB,
        /** Customers or a card of it, as a condition. */
        CONDITION,
        /** It is left out of the offer. */
        EXCLUDED
    }

    /** Which side of a transfer the words beside a name point to. */
    enum Mark {
        /** Neither. */
        NONE,
        /** Where points come from. */
        GIVER,
        /** Where points go. */
        TAKER
    }

    String slug() {
        return hit.value();
    }

    boolean stands() {
        return standing == Standing.ITSELF;
    }

    boolean isCarrier() {
        return programmeClass == ProgrammeClass.AIR || programmeClass == ProgrammeClass.HOTEL;
    }
}
