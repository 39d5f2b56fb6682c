package org.milesbot.store.dedupe;

import java.util.EnumSet;
import java.util.Set;

/**
 * How like each other two groups of sightings are. Many are made, and few are looked at, so that what they have in common
 * is kept as bits.
 *
 * @param bits one for each trait, by its ordinal
 * @param points what the traits add up to
 * @param isRuledOut whether one of them forbids both in one campaign
 */
record Likeness(long bits, int points, boolean isRuledOut) {

    static final Likeness NONE = new Likeness(0, 0, false);

    /** So many points make two groups one campaign. */
    static final int ENOUGH = 4;

    /** Two groups that say enough have to have so many to be in one campaign by way of others. */
    private static final int LIKELY = 1;

    private static final Trait[] TRAITS = Trait.values();

    Likeness with(Trait trait) {
        return new Likeness(bits | bit(trait), points + trait.points(), isRuledOut || trait.rulesOut());
    }

    boolean has(Trait trait) {
        return (bits & bit(trait)) != 0;
    }

    // The bits are not kept anywhere, so that traits may be reordered.
    @SuppressWarnings("EnumOrdinal")
    private static long bit(Trait trait) {
        return 1L << trait.ordinal();
    }

    boolean isLikely() {
        return points >= LIKELY;
    }

    boolean isEnough() {
        return points >= ENOUGH && !isRuledOut;
    }

    /** By how much it is enough. */
    int margin() {
        return points - ENOUGH;
    }

    Set<Trait> traits() {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Trait trait : TRAITS) {
            if (has(trait)) {
                traits.add(trait);
            }
        }
        return traits;
    }

    Set<Trait> agreed() {
        Set<Trait> agreed = traits();
        agreed.removeIf(trait -> !trait.isAgreement());
        return agreed;
    }

    Set<Trait> differed() {
        Set<Trait> differed = traits();
        differed.removeIf(Trait::isAgreement);
        return differed;
    }
}
