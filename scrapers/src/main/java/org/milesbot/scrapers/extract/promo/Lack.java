package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Tells a trace why an announcement has no promo: what of a transfer each likely clause has, and what it lacks. */
final class Lack {

    /** What makes a transfer bonus of a clause. */
    enum Sign {
        /** A percentage, or the word for a bonus. */
        BONUS,
        /** A programme that takes points. */
        TAKER,
        /** A bank or programme that gives points. */
        ORIGIN,
        /** A word for sending points. */
        TRANSFER
    }

    private static final int LEAST_SIGNS = 2;

    private final Scene scene;
    private final Topic topic;

    Lack(Scene scene, Topic topic) {
        this.scene = scene;
        this.topic = topic;
    }

    void tell(Trace trace) {
        if (topic.isGuide()) {
            Clause title = scene.title().get(0);
            trace.by(Rule.GUIDE, title.from(), title.to(), Sense.GUIDE);
            trace.say(Rule.GUIDE, title.from(), title.to(), null);
        }
        for (Clause clause : scene.speaking()) {
            List<Sign> lacking = lacking(clause);
            if (clause.isTitle() || Sign.values().length - lacking.size() >= LEAST_SIGNS) {
                trace.say(Rule.LACKING, clause.from(), clause.to(), lacking);
            }
        }
        trace.say(Rule.NO_PROMO, null);
    }

    private List<Sign> lacking(Clause clause) {
        Sides sides = Sides.of(scene, List.of(clause));
        return List.of(Sign.values()).stream()
                .filter(sign -> switch (sign) {
                    case BONUS ->
                        !scene.has(clause, Sense.BONUS)
                                && Lists.none(scene.percents(clause), ReadPercent::isTransferBonus);
                    case TAKER -> sides.takers().isEmpty();
                    case ORIGIN -> !sides.hasOrigin();
                    case TRANSFER -> !scene.has(clause, Sense.TRANSFER);
                })
                .toList();
    }
}
