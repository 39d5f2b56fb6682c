package org.milesbot.scrapers.extract.promo;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads the least points to take part with and the most that the bonus pays. */
final class BoundsReader {

    private static final Set<String> LEAST = Set.of("minimo", "minima", "menos", "minimum");
    private static final Set<String> MOST =
            Set.of("limite", "limitado", "limitada", "teto", "maximo", "maxima", "cap", "capped");
    private static final int REACH = 9;

    private final Scene scene;
    private final List<Clause> clauses;
    private final Evidence evidence;

    BoundsReader(Scene scene, List<Clause> clauses, Evidence evidence) {
        this.scene = scene;
        this.clauses = clauses;
        this.evidence = evidence;
    }

    Bounds read() {
        return new Bounds(first(LEAST, "min_points"), first(MOST, "cap_points"));
    }

    private @Nullable Long first(Set<String> cues, String field) {
        for (Clause clause : clauses) {
            for (AmountMention amount : scene.mentions().amounts(clause)) {
                int cue = amount.unit() == AmountMention.Unit.POINTS ? cueBefore(clause, amount, cues) : -1;
                if (cue >= 0) {
                    evidence.add(field, cue, amount.to());
                    return amount.value().longValue();
                }
            }
        }
        return null;
    }

    private int cueBefore(Clause clause, AmountMention amount, Set<String> cues) {
        for (int i = amount.from() - 1; i >= Math.max(clause.from(), amount.from() - REACH); i--) {
            if (cues.contains(scene.mentions().tokens().get(i).form())) {
                return i;
            }
        }
        return -1;
    }
}
