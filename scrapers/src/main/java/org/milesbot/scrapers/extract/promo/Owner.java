package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.promo.NameMention.Mark;
import org.milesbot.scrapers.extract.promo.NameMention.Standing;

/** Finds whose points an offer of one programme is about. */
final class Owner {

    private Owner() {}

    /**
     * The programme that a clause names, else the one that the announcement names first, else the programme of an
     * airline named, else a bank with points of its own.
     */
    static @Nullable NameMention of(Scene scene, Clause clause) {
        NameMention here = issuer(scene.names(clause));
        here = here == null ? ofPoints(scene, clause) : here;
        NameMention found = here == null ? anywhere(scene) : here;
        Scene whole = scene.whole();
        found = found == null && whole != null ? anywhere(whole) : found;
        found = found == null ? airline(scene, clause) : found;
        return found == null ? bank(scene.names(clause)) : found;
    }

    /** "A venda de pontos Loop". */
    private static @Nullable NameMention ofPoints(Scene scene, Clause clause) {
        return scene.names(clause).stream()
                .filter(name -> name.stands()
                        && (scene.mentions().hits().endsAt(name.hit().from(), Sense.UNIT)
                                || scene.mentions().hits().startsAt(name.hit().from(), Sense.UNIT) != null))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable NameMention anywhere(Scene scene) {
        for (Clause clause : scene.speaking()) {
            NameMention there = issuer(scene.names(clause));
            if (there != null) {
                return there;
            }
        }
        return null;
    }

    private static @Nullable NameMention issuer(List<NameMention> names) {
        NameMention coalition = null;
        for (NameMention name : names) {
            boolean currency =
                    name.standing() == Standing.CONDITION && name.slug().equals("iberia");
            if (name.standing() == Standing.EXCLUDED || currency) {
                continue;
            }
            if (name.isCarrier()) {
                return name;
            }
            boolean sells = name.programmeClass() == ProgrammeClass.COALITION;
            coalition = coalition == null && sells ? name : coalition;
        }
        return coalition;
    }

    private static @Nullable NameMention airline(Scene scene, Clause clause) {
        Hit hit = scene.first(clause, Sense.AIRLINE);
        return hit == null ? null : new NameMention(hit, ProgrammeClass.AIR, clause, Standing.ITSELF, Mark.NONE);
    }

    private static @Nullable NameMention bank(List<NameMention> names) {
        return names.stream().filter(NameMention::stands).findFirst().orElse(null);
    }
}
