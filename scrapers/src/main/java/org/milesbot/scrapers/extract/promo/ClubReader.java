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
    public List<Promo> read(Scene scene, Topic topic) {
        if (topic.isGuide() || TransferReader.titleOffers(scene)) {
            return List.of();
        }
        for (Clause clause : scene.title()) {
            Hit club = topic.club(clause);
            NameMention programme = club == null ? null : Owner.of(scene, clause);
            if (club != null && programme != null) {
                return List.of(promo(scene, club, programme));
            }
        }
        return bodyClub(scene);
    }

    /** A title that sells an upgrade without naming the club. */
    private static List<Promo> bodyClub(Scene scene) {
        boolean plan = scene.titleHas(Sense.PLAN) || scene.titleHas(Sense.SUBSCRIBE) || isCall(scene);
        if (!plan) {
            return List.of();
        }
        for (Clause clause : scene.body()) {
            Hit club = scene.speaks(clause) ? scene.first(clause, Sense.CLUB) : null;
            NameMention programme = club == null ? null : Owner.of(scene, clause);
            if (club != null
                    && programme != null
                    && (scene.has(clause, Sense.PLAN) || scene.has(clause, Sense.SUBSCRIBE))) {
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
        Evidence evidence = new Evidence(scene.mentions());
        evidence.add("kind", club.from(), club.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        return Promo.builder(PromoKind.CLUB, new ProgramId(programme.slug()))
                .window(new WindowReader(scene, scene.speaking(), evidence).read())
                .evidence(evidence.words())
                .build();
    }
}
