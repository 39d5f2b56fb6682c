package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.mention.Clause;

/** Finds whose points an offer of one programme is about. */
final class Owner {

    private Owner() {}

    /** The programme that a clause names, else the one that the title or the body names first; never a bank. */
    static @Nullable NameMention of(Scene scene, Clause clause) {
        NameMention here = first(scene.names(clause));
        if (here != null) {
            return here;
        }
        for (Clause other : scene.speaking()) {
            NameMention there = first(scene.names(other));
            if (there != null) {
                return there;
            }
        }
        return null;
    }

    private static @Nullable NameMention first(List<NameMention> names) {
        NameMention coalition = null;
        for (NameMention name : names) {
            if (name.isCarrier() && name.standing() != NameMention.Standing.EXCLUDED) {
                return name;
            }
            boolean sells = name.programmeClass() == ProgrammeClass.COALITION
                    && name.standing() != NameMention.Standing.EXCLUDED;
            coalition = coalition == null && sells ? name : coalition;
        }
        return coalition;
    }
}
