package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.mention.Clause;

/** Finds several campaigns in a title that tells a percentage of each giver: "90% para a Livelo e 80% para a Esfera". */
final class GiverTitleReader {

    private final Scene scene;
    private final Sides title;

    GiverTitleReader(Scene scene, Sides title) {
        this.scene = scene;
        this.title = title;
    }

    /** The campaigns, or none if there are not several. */
    List<Campaign> read() {
        if (title.takerSlugs().size() != 1 || title.giverSlugs().size() < 2) {
            return List.of();
        }
        List<ReadPercent> percents = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .filter(ReadPercent::isTransferBonus)
                .toList();
        Set<Object> values = new HashSet<>();
        percents.forEach(percent -> values.add(percent.mention().value()));
        boolean apart = percents.size() > 1 && values.size() == percents.size();
        return apart ? campaigns(percents) : List.of();
    }

    private List<Campaign> campaigns(List<ReadPercent> percents) {
        boolean percentFirst =
                percents.get(0).mention().from() < title.givers().get(0).hit().from();
        List<Campaign> campaigns = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < percents.size(); i++) {
            int from = percentFirst
                    ? percents.get(i).mention().to()
                    : i == 0 ? 0 : percents.get(i - 1).mention().to();
            int to = !percentFirst
                    ? percents.get(i).mention().from()
                    : i + 1 == percents.size()
                            ? Integer.MAX_VALUE
                            : percents.get(i + 1).mention().from();
            List<NameMention> givers = title.givers().stream()
                    .filter(giver -> giver.hit().from() >= from && giver.hit().from() < to)
                    .toList();
            List<Hit> everyBank = title.everyBank().stream()
                    .filter(hit -> hit.from() >= from && hit.from() < to)
                    .toList();
            boolean fresh = Lists.all(Sides.slugs(givers), known::add);
            if ((givers.isEmpty() && everyBank.isEmpty()) || !fresh) {
                return List.of();
            }
            campaigns.add(new Campaign(title.takers().get(0), givers, everyBank, clauses(givers))
                    .withPercents(List.of(percents.get(i))));
        }
        return campaigns;
    }

    /** What speaks of these givers, or of none. */
    private List<Clause> clauses(List<NameMention> givers) {
        Set<String> own = Sides.slugs(givers);
        return scene.speaking().stream()
                .filter(clause -> clause.isTitle() || isAbout(clause, own))
                .toList();
    }

    private boolean isAbout(Clause clause, Set<String> own) {
        Set<String> givers = scene.sides(clause).giverSlugs();
        return own.containsAll(givers) || (OtherSides.tellsSeveral(scene, clause) && Lists.any(givers, own::contains));
    }
}
