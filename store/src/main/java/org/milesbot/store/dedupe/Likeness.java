package org.milesbot.store.dedupe;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How like each other two groups of sightings are.
 *
 * @param traits what they have in common and what not
 * @param points what that adds up to
 */
record Likeness(Set<Trait> traits, int points) {

    /** So many points make two groups one campaign. */
    static final int ENOUGH = 4;

    /** Two groups that say enough have to have so many to be in one campaign by way of others. */
    private static final int LIKELY = 1;

    static Likeness of(EnumSet<Trait> traits) {
        int points = 0;
        for (Trait trait : traits) {
            points += trait.points();
        }
        return new Likeness(traits, points);
    }

    boolean isRuledOut() {
        for (Trait trait : traits) {
            if (trait.rulesOut()) {
                return true;
            }
        }
        return false;
    }

    boolean isLikely() {
        return points >= LIKELY;
    }

    boolean isEnough() {
        return points >= ENOUGH && !isRuledOut();
    }

    /** By how much it is enough. */
    int margin() {
        return points - ENOUGH;
    }

    Set<Trait> agreed() {
        return traits.stream()
                .filter(Trait::isAgreement)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trait.class)));
    }

    Set<Trait> differed() {
        return traits.stream()
                .filter(trait -> !trait.isAgreement())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trait.class)));
    }
}
