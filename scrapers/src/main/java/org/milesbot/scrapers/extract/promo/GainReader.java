package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Gain;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads whether a sale gives more points or takes less money. */
final class GainReader {

    private static final int NEAR = 8;

    private final Scene scene;
    private final Evidence evidence;

    private GainReader(Scene scene, Evidence evidence) {
        this.scene = scene;
        this.evidence = evidence;
    }

    /** The bonus with its gain, which stays null where the words tell both or neither. */
    static Bonus told(Scene scene, Bonus bonus, List<ReadPercent> percents, Hit kind, Evidence evidence) {
        GainReader reader = new GainReader(scene, evidence);
        List<ReadPercent> highest = percents.stream()
                .filter(percent -> bonus.highest() != null
                        && percent.mention().value().compareTo(bonus.highest().value()) == 0)
                .toList();
        Gain gain = bonus.highest() == null ? reader.ofWords(kind) : reader.ofPercents(highest);
        return bonus.withGain(gain);
    }

    private @Nullable Gain ofPercents(List<ReadPercent> percents) {
        boolean discount = Lists.any(percents, percent -> percent.role() == PercentRole.DISCOUNT);
        boolean more = Lists.any(percents, percent -> percent.role() == PercentRole.BONUS);
        if (discount == more) {
            return null;
        }
        PercentRole role = discount ? PercentRole.DISCOUNT : PercentRole.BONUS;
        ReadPercent telling = percents.stream()
                .filter(percent -> percent.role() == role)
                .findFirst()
                .orElseThrow();
        prove(telling, discount ? Sense.DISCOUNT : Sense.BONUS);
        return discount ? Gain.DISCOUNT : Gain.BONUS;
    }

    /** The percentage with the word beside it. */
    private void prove(ReadPercent percent, Sense sense) {
        Clause clause = percent.clause();
        int from = percent.mention().from();
        int to = percent.mention().to();
        Hit behind = scene.mentions().hits().first(to, Math.min(clause.to(), to + NEAR), sense);
        Hit before = scene.mentions().hits().last(Math.max(clause.from(), from - NEAR), from, sense);
        if (behind != null) {
            evidence.add("gain", from, behind.to());
        } else {
            evidence.add("gain", before == null ? from : before.from(), to);
        }
    }

    /** With no percentage, the words of the clause that sells. */
    private @Nullable Gain ofWords(Hit kind) {
        for (Clause clause : scene.speaking()) {
            if (clause.holds(kind.from())) {
                Hit discount = scene.first(clause, Sense.DISCOUNT);
                Hit more = scene.first(clause, Sense.BONUS);
                Hit telling = discount == null ? more : discount;
                if (telling == null || (discount != null && more != null)) {
                    return null;
                }
                evidence.add("gain", telling.from(), telling.to());
                return discount == null ? Gain.BONUS : Gain.DISCOUNT;
            }
        }
        return null;
    }
}
