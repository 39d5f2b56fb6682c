package org.milesbot.store.dedupe;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;

/** Compares what two groups of sightings of one kind and programme say; never by their titles. */
final class Comparison {

    private static final Set<String> EVERY_BANK = Set.of("*");

    private final Told first;
    private final Told second;
    private final Claim earlier;
    private final Claim later;
    private Likeness likeness = Likeness.NONE;

    private Comparison(Told first, Told second) {
        this.first = first;
        this.second = second;
        this.earlier = first.claim();
        this.later = second.claim();
    }

    /** How like each other two groups are; the same whichever comes first. */
    static Likeness of(Told one, Told other) {
        boolean inOrder = Told.BY_TIME.compare(one, other) <= 0;
        Told first = inOrder ? one : other;
        Told second = inOrder ? other : one;
        Comparison comparison = new Comparison(first, second);
        comparison.compareOrigins();
        comparison.comparePercents();
        comparison.compareTerms(first.claim().terms(), second.claim().terms());
        return Timing.of(first, second, comparison.likeness);
    }

    private void compareOrigins() {
        Set<String> ones = earlier.origins();
        Set<String> others = later.origins();
        if (ones.isEmpty() || others.isEmpty()) {
            return;
        }
        if (ones.equals(others)) {
            add(ones.equals(EVERY_BANK) ? Trait.FROM_EVERY_BANK : Trait.SAME_ORIGINS);
        } else if (ones.contains("*") || others.contains("*")) {
            add(first.sharesOfficialSource(second) ? Trait.OTHER_ORIGINS : Trait.EVERY_BANK_AND_SOME);
        } else if (ones.containsAll(others) || others.containsAll(ones)) {
            add(Trait.SOME_OF_THE_ORIGINS);
        } else {
            add(mostlyTheSame(ones, others) ? Trait.OVERLAPPING_ORIGINS : Trait.OTHER_ORIGINS);
        }
    }

    private static boolean mostlyTheSame(Set<String> ones, Set<String> others) {
        long common = ones.stream().filter(others::contains).count();
        return 2 * common >= ones.size() + others.size() - common;
    }

    private void comparePercents() {
        Percent before = earlier.highest();
        Percent after = later.highest();
        if (before == null || after == null) {
            return;
        }
        int order = after.compareTo(before);
        if (order == 0) {
            add(Trait.SAME_PERCENT);
            compareBases();
        } else if (earlier.lesser().contains(after) || later.lesser().contains(before)) {
            add(Trait.EXPLAINED_PERCENT);
        } else {
            add(order > 0 ? Trait.RAISED_PERCENT : Trait.LOWER_PERCENT);
            if (!Collections.disjoint(earlier.lesser(), later.lesser())) {
                add(Trait.SAME_LESSER_PERCENT);
            }
            if (earlier.isForSomeOnly() != later.isForSomeOnly()) {
                add(Trait.OTHER_AUDIENCE);
            }
        }
    }

    /** Only where the one's is not a tier of the other. */
    private void compareBases() {
        Percent before = earlier.base();
        Percent after = later.base();
        if (isOther(before, after)
                && !earlier.lesser().contains(after)
                && !later.lesser().contains(before)) {
            add(Trait.OTHER_BASE);
        }
    }

    private void compareTerms(Terms one, Terms other) {
        if (one.equals(Terms.NONE) || other.equals(Terms.NONE)) {
            return;
        }
        addIfKnown(one.gain(), other.gain(), Trait.SAME_GAIN, Trait.OTHER_GAIN);
        addIfKnown(one.cabin(), other.cabin(), null, Trait.OTHER_CABIN);
        addIfKnown(one.miles(), other.miles(), Trait.SAME_MILES, Trait.OTHER_MILES);
        addIfKnown(one.rate(), other.rate(), Trait.SAME_RATE, Trait.OTHER_RATE);
        addIfKnown(one.plan(), other.plan(), Trait.SAME_PLAN, Trait.OTHER_PLAN);
        addIfKnown(one.price(), other.price(), Trait.SAME_PRICE, Trait.OTHER_PRICE);
        compareRoutes(one, other);
        compareShops(one.shops(), other.shops());
    }

    private void compareRoutes(Terms one, Terms other) {
        boolean sameTo = Objects.equals(one.to(), other.to());
        boolean sameFrom = Objects.equals(one.from(), other.from());
        if (one.to() != null && sameTo && sameFrom) {
            add(Trait.SAME_ROUTE);
        } else if (isOther(one.to(), other.to()) || isOther(one.from(), other.from())) {
            add(Trait.OTHER_ROUTE);
        }
    }

    private void compareShops(Set<String> ones, Set<String> others) {
        if (ones.isEmpty() || others.isEmpty()) {
            return;
        }
        if (ones.equals(others)) {
            add(Trait.SAME_SHOPS);
        } else {
            add(Collections.disjoint(ones, others) ? Trait.OTHER_SHOPS : Trait.SOME_OF_THE_SHOPS);
        }
    }

    private void add(Trait trait) {
        likeness = likeness.with(trait);
    }

    private void addIfKnown(@Nullable Object one, @Nullable Object other, @Nullable Trait same, Trait different) {
        if (isOther(one, other)) {
            add(different);
        } else if (one != null && other != null && same != null) {
            add(same);
        }
    }

    private static boolean isOther(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
    }
}
