package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads offers of subscriptions. */
final class ClubReader implements KindReader {

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        for (Clause clause : scene.transferTitle().offers() ? List.<Clause>of() : scene.title()) {
            Hit club = topic.club(clause);
            NameMention programme = club == null ? null : Owner.of(scene, clause);
            if (club != null && programme != null) {
                return List.of(promo(scene, club, programme));
            }
        }
        return List.of();
    }

    /** A title that sells an upgrade without naming the club. */
    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        boolean plan = scene.titleHas(Sense.PLAN) || scene.titleHas(Sense.SUBSCRIBE) || isCall(scene);
        for (Clause clause : plan ? scene.body() : List.<Clause>of()) {
            boolean taking = scene.has(clause, Sense.PLAN) || scene.has(clause, Sense.SUBSCRIBE);
            Hit club = taking && scene.speaks(clause) ? scene.first(clause, Sense.CLUB) : null;
            NameMention programme = club == null ? null : Owner.of(scene, clause);
            if (club != null && programme != null) {
                return List.of(promo(scene, club, programme));
            }
        }
        return List.of();
    }

    /** A title that names nothing at all, such as a campaign's slogan. */
    private static boolean isCall(Scene scene) {
        return scene.title().stream()
                .allMatch(clause -> scene.names(clause).isEmpty()
                        && scene.percents(clause).isEmpty()
                        && !scene.has(clause, Sense.GUIDE)
                        && scene.mentions().amounts(clause).isEmpty());
    }

    private static Promo promo(Scene scene, Hit club, NameMention programme) {
        Evidence evidence = new Evidence(scene);
        evidence.add("kind", club.from(), club.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        return Promo.builder(PromoKind.CLUB, new ProgramId(programme.slug()))
                .club(PlanReader.read(scene, evidence))
                .window(new WindowReader(scene, scene.speaking(), evidence).read())
                .evidence(evidence.words())
                .build();
    }
}
