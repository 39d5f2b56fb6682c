package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads offers of more points per real spent. */
final class EarnReader implements KindReader {

    @Override
    public List<Promo> read(Scene scene, Topic topic) {
        if (topic.isGuide() || TransferReader.titleOffers(scene)) {
            return List.of();
        }
        for (Clause clause : scene.title()) {
            Hit earning = topic.earning(clause);
            NameMention programme = earning == null ? null : Owner.of(scene, clause);
            if (earning != null && programme != null) {
                return List.of(promo(scene, earning, programme));
            }
        }
        return topic.titleIsOfOtherKind() ? List.of() : bodyEarning(scene);
    }

    /** A title without a kind over a body that pays points for purchases in a stated period. */
    private static List<Promo> bodyEarning(Scene scene) {
        boolean period = scene.speaking().stream()
                .anyMatch(clause -> scene.dates(clause).stream().anyMatch(date -> date.role() == DateRole.PERIOD));
        for (Clause clause : scene.body()) {
            Hit earning = scene.speaks(clause) ? scene.first(clause, Sense.EARN) : null;
            NameMention programme = earning == null ? null : Owner.of(scene, clause);
            boolean transfer = scene.has(clause, Sense.TRANSFER) || scene.has(clause, Sense.BONUS);
            if (earning != null
                    && programme != null
                    && period
                    && !transfer
                    && scene.percents(clause).isEmpty()) {
                return List.of(promo(scene, earning, programme));
            }
        }
        return List.of();
    }

    private static Promo promo(Scene scene, Hit earning, NameMention programme) {
        Evidence evidence = new Evidence(scene.mentions());
        evidence.add("kind", earning.from(), earning.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        return Promo.builder(PromoKind.EARN_MULTIPLIER, new ProgramId(programme.slug()))
                .window(new WindowReader(scene, scene.speaking(), evidence).read())
                .evidence(evidence.words())
                .build();
    }
}
