package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads points and miles for sale. */
final class PurchaseReader implements KindReader {

    @Override
    public List<Promo> read(Scene scene, Topic topic) {
        if (topic.isGuide() || isMoneyBesideTransfer(scene)) {
            return List.of();
        }
        for (Clause clause : scene.title()) {
            Hit purchase = topic.purchase(clause);
            NameMention programme = purchase == null ? null : Owner.of(scene, clause);
            if (purchase != null && programme != null) {
                return List.of(promo(scene, purchase, programme));
            }
        }
        return List.of();
    }

    /** Points completed with money in a transfer are no sale. */
    private static boolean isMoneyBesideTransfer(Scene scene) {
        return scene.title().stream()
                .anyMatch(clause -> scene.mentions().is(clause.from(), "pontos")
                        && scene.mentions().is(clause.from() + 2, "dinheiro"));
    }

    private static Promo promo(Scene scene, Hit purchase, NameMention programme) {
        Evidence evidence = new Evidence(scene.mentions());
        evidence.add("kind", purchase.from(), purchase.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        List<ReadPercent> percents = new ArrayList<>();
        for (Clause clause : scene.speaking()) {
            boolean other = scene.names(clause).stream().anyMatch(NameMention::isCarrier)
                    && scene.names(clause).stream()
                            .noneMatch(name -> name.slug().equals(programme.slug()));
            if (!other) {
                scene.percents(clause).stream()
                        .filter(ReadPercent::isPurchaseGain)
                        .forEach(percents::add);
            }
        }
        return Promo.builder(PromoKind.POINTS_PURCHASE, new ProgramId(programme.slug()))
                .bonus(new BonusReader(scene, percents, evidence).read(Bounds.NONE))
                .window(new WindowReader(scene, scene.speaking(), evidence).read())
                .evidence(evidence.words())
                .build();
    }
}
