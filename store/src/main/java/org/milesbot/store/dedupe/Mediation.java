package org.milesbot.store.dedupe;

import java.util.EnumSet;
import java.util.Set;

/** Whether what seems to rule two groups out of one campaign is explained by a third. */
final class Mediation {

    private static final Set<Trait> IN_TIME =
            EnumSet.of(Trait.SAME_WINDOW, Trait.SAME_START, Trait.SAME_END, Trait.PROLONGED, Trait.MONTH_MISTAKEN);

    private Mediation() {}

    /**
     * Whether a third group speaks for two others: by naming the givers of both, if it is the givers that differ; by
     * having its first or last day in common with both, or putting one off to the other, if it is the days.
     *
     * @param likeness of the two
     */
    static boolean speaksFor(Told third, Told one, Told other, Likeness likeness) {
        for (Trait trait : likeness.traits()) {
            if (trait.rulesOut() && !explains(trait, third, one, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean explains(Trait trait, Told third, Told one, Told other) {
        Likeness toOne = Comparison.of(third, one);
        Likeness toOther = Comparison.of(third, other);
        if (toOne.isRuledOut() || toOther.isRuledOut() || !toOne.isLikely() || !toOther.isLikely()) {
            return false;
        }
        if (trait == Trait.OTHER_ORIGINS) {
            return third.claim().origins().containsAll(one.claim().origins())
                    && third.claim().origins().containsAll(other.claim().origins());
        }
        return trait == Trait.OTHER_TIME
                && IN_TIME.stream().anyMatch(toOne::has)
                && IN_TIME.stream().anyMatch(toOther::has);
    }
}
