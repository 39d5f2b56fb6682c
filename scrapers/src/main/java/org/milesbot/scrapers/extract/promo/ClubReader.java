package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
        if (scene.transferTitle().offers() && !new OfferProof(scene).isOfSubscribing()) {
            return besideTransfer(scene);
        }
        for (Clause clause : scene.title()) {
            Hit club = topic.club(clause);
            NameMention programme = club == null ? null : owner(scene, clause);
            if (club != null && programme != null) {
                return List.of(promo(scene, scene.speaking(), club, programme));
            }
        }
        return List.of();
    }

    /** Whose club is named, else whose points the clause is about. */
    private static @Nullable NameMention owner(Scene scene, Clause clause) {
        return scene.names(clause).stream()
                .filter(name -> name.standing() == NameMention.Standing.CLUB)
                .findFirst()
                .orElseGet(() -> Owner.of(scene, clause));
    }

    /** A club with its own discount in the title of a transfer, and with its own block of the body. */
    private static List<Promo> besideTransfer(Scene scene) {
        for (Clause clause : scene.title()) {
            Hit club = scene.first(clause, Sense.CLUB);
            boolean cheaper = club != null
                    && Lists.any(
                            scene.percents(clause),
                            percent -> percent.role() == PercentRole.DISCOUNT
                                    && percent.reach() == Reach.SOME
                                    && percent.mention().from() > club.to());
            NameMention programme = !cheaper
                    ? null
                    : scene.names(clause).stream()
                            .filter(name -> name.standing() == NameMention.Standing.CLUB)
                            .findFirst()
                            .orElse(null);
            List<Clause> own = programme == null ? List.of() : blockOfSubscribing(scene);
            if (club != null && programme != null && !own.isEmpty()) {
                return List.of(promo(scene, own, club, programme));
            }
        }
        return List.of();
    }

    private static List<Clause> blockOfSubscribing(Scene scene) {
        for (Clause clause : scene.body()) {
            boolean taking = scene.speaks(clause)
                    && scene.has(clause, Sense.CLUB)
                    && (scene.has(clause, Sense.SUBSCRIBE) || scene.has(clause, Sense.PLAN))
                    && Lists.none(scene.percents(clause), ReadPercent::isTransferBonus);
            if (taking) {
                return scene.speaking().stream()
                        .filter(other -> other.block() == clause.block())
                        .toList();
            }
        }
        return List.of();
    }

    /** A title that sells an upgrade without naming the club. */
    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        boolean plan = scene.titleHas(Sense.PLAN) || scene.titleHas(Sense.SUBSCRIBE) || isCall(scene);
        boolean monthly = plan
                && Lists.any(scene.title(), clause -> Lists.any(scene.mentions().amounts(clause), topic::isMonthly));
        for (Clause clause : plan ? scene.body() : List.<Clause>of()) {
            boolean taking = monthly || scene.has(clause, Sense.PLAN) || scene.has(clause, Sense.SUBSCRIBE);
            Hit club = taking && scene.speaks(clause) ? scene.first(clause, Sense.CLUB) : null;
            NameMention programme = club == null ? null : Owner.of(scene, clause);
            if (club != null && programme != null) {
                return List.of(promo(scene, scene.speaking(), club, programme));
            }
        }
        return List.of();
    }

    /** A title that names nothing at all, such as a campaign's slogan. */
    private static boolean isCall(Scene scene) {
        return Lists.all(
                scene.title(),
                clause -> scene.names(clause).isEmpty()
                        && scene.percents(clause).isEmpty()
                        && !scene.has(clause, Sense.GUIDE)
                        && scene.mentions().amounts(clause).isEmpty());
    }

    private static Promo promo(Scene scene, List<Clause> clauses, Hit club, NameMention programme) {
        Evidence evidence = new Evidence(scene);
        evidence.add("kind", club.from(), club.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        return Promo.builder(PromoKind.CLUB, new ProgramId(programme.slug()))
                .club(PlanReader.read(scene, evidence))
                .window(new WindowReader(scene, clauses, evidence).read())
                .evidence(evidence.words())
                .build();
    }
}
