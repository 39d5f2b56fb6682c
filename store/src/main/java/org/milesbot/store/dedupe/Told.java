package org.milesbot.store.dedupe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.source.Provenance;
import org.milesbot.store.promo.Fingerprint;

/**
 * The sightings of one fingerprint: they say the same but for details, and are of one campaign.
 *
 * @param witnesses at least one, oldest first
 * @param claim what they say together; the end is the last that any of them tells
 * @param firstEnd the first end that any of them tells, or null
 * @param firstDay the day on which it was first told
 * @param lastDay the day on which it was last told
 * @param reach what it can be alike to at all
 */
record Told(
        List<Witness> witnesses,
        Claim claim,
        @Nullable LocalDate firstEnd,
        LocalDate firstDay,
        LocalDate lastDay,
        Reach reach) {

    /** Oldest first, and always in the same order. */
    static final Comparator<Told> BY_TIME = Comparator.comparing(Told::firstAt).thenComparing(Told::fingerprint);

    static Told of(List<Witness> witnesses) {
        List<Witness> sorted = witnesses.stream().sorted(Witness.BY_TIME).toList();
        Witness first = sorted.get(0);
        Witness last = sorted.get(sorted.size() - 1);
        LocalDate firstEnd = sorted.stream()
                .map(witness -> witness.claim().end())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Claim claim = together(sorted);
        Reach reach = Reach.of(claim, firstEnd, first.day(), last.day());
        return new Told(sorted, claim, firstEnd, first.day(), last.day(), reach);
    }

    private static Claim together(List<Witness> witnesses) {
        Claim first = witnesses.get(0).claim();
        if (witnesses.size() == 1) {
            return first;
        }
        Set<Percent> lesser = new HashSet<>();
        LocalDate end = null;
        Percent base = null;
        boolean prolonged = false;
        boolean someOnly = true;
        for (Witness witness : witnesses) {
            Claim claim = witness.claim();
            lesser.addAll(claim.lesser());
            base = base == null ? claim.base() : base;
            end = claim.end() != null && (end == null || end.isBefore(claim.end())) ? claim.end() : end;
            prolonged |= claim.isProlonged();
            someOnly &= claim.isForSomeOnly();
        }
        return new Claim(
                first.origins(), first.highest(), base, lesser, someOnly, first.start(), end, prolonged, first.terms());
    }

    Fingerprint fingerprint() {
        return witnesses.get(0).fingerprint();
    }

    /** Whether the same source of a programme or bank tells of both: it would not do so twice of one campaign. */
    boolean sharesOfficialSource(Told other) {
        return witnesses.stream()
                .filter(Told::isOfficial)
                .anyMatch(one -> other.witnesses.stream()
                        .anyMatch(two -> isOfficial(two) && two.source().equals(one.source())));
    }

    private static boolean isOfficial(Witness witness) {
        return witness.provenance() == Provenance.OFFICIAL;
    }

    /** Whether it is of the same fingerprint. */
    boolean is(Told other) {
        return fingerprint().equals(other.fingerprint());
    }

    Instant firstAt() {
        return witnesses.get(0).publishedAt();
    }

    /** Whether it says enough to be told apart from others by itself. */
    boolean isFirm() {
        return claim.isDated() && (claim.highest() != null || !claim.terms().equals(Terms.NONE));
    }
}
