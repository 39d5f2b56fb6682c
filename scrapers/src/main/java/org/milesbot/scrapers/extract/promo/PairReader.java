package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.milesbot.scrapers.extract.mention.Clause;

/** Finds several campaigns in a sentence that tells names and percentages in turn: "Itaú com 80% e Bradesco, 60%". */
final class PairReader {

    private static final int REACH = 8;

    private final Scene scene;
    private final Sides title;

    PairReader(Scene scene, Sides title) {
        this.scene = scene;
        this.title = title;
    }

    /** The campaigns, or none if there are not several. */
    List<Campaign> read() {
        for (Clause clause : scene.body()) {
            List<ReadPercent> percents =
                    scene.percents(clause).size() > 1 && scene.speaks(clause) ? bonuses(clause) : List.of();
            if (differ(percents)) {
                List<Campaign> campaigns = campaigns(clause, percents);
                if (!campaigns.isEmpty()) {
                    return campaigns;
                }
            }
        }
        return List.of();
    }

    /** All percentages of a clause, or none if any is told for some people only, or is of something else. */
    private List<ReadPercent> bonuses(Clause clause) {
        List<ReadPercent> percents = scene.percents(clause);
        boolean plain = Lists.all(
                percents,
                percent -> percent.isTransferBonus()
                        && percent.reach() != Reach.SOME
                        && !percent.mention().onTop());
        return plain ? percents : List.of();
    }

    private static boolean differ(List<ReadPercent> percents) {
        return percents.size() > 1
                && percents.stream()
                                .map(percent -> percent.mention().value())
                                .distinct()
                                .count()
                        == percents.size();
    }

    private List<Campaign> campaigns(Clause clause, List<ReadPercent> percents) {
        Sides sides = scene.sides(clause);
        boolean oneTaker = title.takerSlugs().size() == 1 && sides.everyBank().isEmpty();
        if (oneTaker && isPaired(sides.givers(), percents)) {
            NameMention taker = title.takers().get(0);
            List<Campaign> campaigns = new ArrayList<>();
            for (int i = 0; i < percents.size(); i++) {
                NameMention giver = sides.givers().get(i);
                campaigns.add(new Campaign(taker, List.of(giver), List.of(), about(giver, sides.givers()))
                        .withPercents(List.of(percents.get(i))));
            }
            return campaigns;
        }
        return isPaired(sides.takers(), percents) ? toEach(sides, percents) : List.of();
    }

    private List<Campaign> toEach(Sides sides, List<ReadPercent> percents) {
        Sides origin = sides.hasOrigin() ? sides : title;
        List<Campaign> campaigns = new ArrayList<>();
        for (int i = 0; origin.hasOrigin() && i < percents.size(); i++) {
            NameMention taker = sides.takers().get(i);
            campaigns.add(new Campaign(taker, origin.givers(), origin.everyBank(), about(taker, sides.takers()))
                    .withPercents(List.of(percents.get(i))));
        }
        return campaigns;
    }

    /** As many names as percentages, each near its own, always in the same order. */
    static boolean isPaired(List<NameMention> names, List<ReadPercent> percents) {
        if (names.size() != percents.size() || Sides.slugs(names).size() != names.size()) {
            return false;
        }
        boolean nameFirst =
                names.get(0).hit().from() < percents.get(0).mention().from();
        int last = -1;
        for (int i = 0; i < names.size(); i++) {
            int name = names.get(i).hit().from();
            int percent = percents.get(i).mention().from();
            int first = nameFirst ? name : percent;
            if (first <= last || nameFirst != name < percent || Math.abs(name - percent) > REACH) {
                return false;
            }
            last = Math.max(name, percent);
        }
        return true;
    }

    /** What speaks of a name and of none of the others, or of all of them, or of none. */
    List<Clause> about(NameMention own, List<NameMention> all) {
        Set<String> others = new LinkedHashSet<>(Sides.slugs(all));
        others.remove(own.slug());
        return scene.speaking().stream()
                .filter(clause -> {
                    Set<String> named = Sides.slugs(scene.names(clause));
                    return named.contains(own.slug()) || Lists.none(named, others::contains);
                })
                .toList();
    }
}
