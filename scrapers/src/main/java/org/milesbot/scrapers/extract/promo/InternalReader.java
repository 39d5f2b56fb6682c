package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads bonuses and discounts on points that stay inside one programme. */
final class InternalReader implements KindReader {

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        for (Clause clause : scene.title()) {
            Hit internal = scene.first(clause, Sense.INTERNAL);
            NameMention programme = internal == null ? null : Owner.of(scene, clause);
            boolean gain = !scene.percents(clause).isEmpty()
                    || scene.has(clause, Sense.BONUS)
                    || scene.has(clause, Sense.DISCOUNT);
            if (internal != null && programme != null && gain) {
                return List.of(promo(scene, internal, programme));
            }
        }
        return List.of();
    }

    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        for (Clause clause : scene.body()) {
            Hit internal = scene.speaks(clause) ? scene.first(clause, Sense.INTERNAL) : null;
            NameMention programme = internal == null ? null : Owner.of(scene, clause);
            if (internal != null && programme != null && tellsPercent(scene, clause)) {
                return List.of(promo(scene, internal, programme));
            }
        }
        return List.of();
    }

    /** In the clause itself or behind it in its block. */
    private static boolean tellsPercent(Scene scene, Clause clause) {
        return Lists.any(
                scene.speaking(),
                other -> other.block() == clause.block()
                        && other.index() >= clause.index()
                        && !scene.percents(other).isEmpty());
    }

    private static Promo promo(Scene scene, Hit internal, NameMention programme) {
        Evidence evidence = new Evidence(scene);
        evidence.add("kind", internal.from(), internal.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        List<ReadPercent> percents = new ArrayList<>();
        scene.speaking().stream()
                .filter(clause -> scene.names(clause).isEmpty()
                        || Lists.any(scene.names(clause), name -> name.slug().equals(programme.slug())))
                .forEach(clause -> scene.percents(clause).stream()
                        .filter(percent -> percent.isTransferBonus()
                                || percent.isPurchaseGain()
                                || (percent.role() == PercentRole.FEE && scene.has(clause, Sense.DISCOUNT)))
                        .forEach(percents::add));
        Bonus bonus = new BonusReader(scene, percents, evidence).read(Bounds.NONE);
        return Promo.builder(PromoKind.INTERNAL_TRANSFER, new ProgramId(programme.slug()))
                .bonus(GainReader.told(scene, bonus, percents, internal, evidence))
                .window(new WindowReader(scene, scene.speaking(), evidence).read())
                .evidence(evidence.words())
                .build();
    }
}
