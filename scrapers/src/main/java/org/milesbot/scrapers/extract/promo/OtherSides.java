package org.milesbot.scrapers.extract.promo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.milesbot.scrapers.extract.mention.Clause;

/** Who gives and takes in the other campaigns of an announcement: "80% na Smiles (até 15/06) e 100% na Azul (até 20/06)". */
final class OtherSides {

    private final Scene scene;
    private final Set<String> others = new HashSet<>();

    OtherSides(Scene scene, Campaign own, List<Campaign> all) {
        this.scene = scene;
        all.forEach(campaign -> others.addAll(campaign.slugs()));
        others.removeAll(own.slugs());
    }

    /** Whether what stands nearest before a date, in its clause, is another campaign's name or percentage. */
    boolean claim(ReadDate date, List<ReadPercent> own) {
        if (others.isEmpty() || !tellsSeveral(scene, date.clause())) {
            return false;
        }
        int nearest = -1;
        boolean claimed = false;
        for (NameMention name : scene.names(date.clause())) {
            int at = name.hit().from();
            if (at < date.mention().from() && at > nearest) {
                nearest = at;
                claimed = others.contains(name.slug());
            }
        }
        for (ReadPercent percent : scene.percents(date.clause())) {
            int at = percent.mention().from();
            if (at < date.mention().from() && at > nearest) {
                nearest = at;
                claimed = Lists.none(
                        own,
                        one -> one.mention().value().compareTo(percent.mention().value()) == 0);
            }
        }
        return claimed;
    }

    /** Whether a clause tells more than one day of what it speaks of. */
    static boolean tellsSeveral(Scene scene, Clause clause) {
        return scene.dates(clause).stream()
                        .filter(date -> date.role() != DateRole.OTHER)
                        .count()
                > 1;
    }
}
