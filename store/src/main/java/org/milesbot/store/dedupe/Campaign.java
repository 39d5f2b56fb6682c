package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.milesbot.store.promo.Fingerprint;

/**
 * The groups of sightings that speak of one campaign.
 *
 * @param told at least one, oldest first
 */
record Campaign(List<Told> told) {

    Campaign(List<Told> told) {
        this.told = told.stream().sorted(Told.BY_TIME).toList();
    }

    /** The group that it began with. */
    Told first() {
        return told.get(0);
    }

    /** All its sightings, oldest first. */
    List<Witness> witnesses() {
        return told.stream()
                .flatMap(each -> each.witnesses().stream())
                .sorted(Witness.BY_TIME)
                .toList();
    }

    Stream<Fingerprint> fingerprints() {
        return told.stream().map(Told::fingerprint);
    }

    /**
     * Why a group is in it.
     *
     * @param likeThat the group that it is most like
     */
    record Reason(Fingerprint likeThat, Likeness likeness) {}

    /**
     * The reason for each but the first group: the group that it is most like of those that are in by then, beginning with
     * the first and going on with whichever is most like one of them, so that every reason leads back to the first.
     */
    Map<Fingerprint, Reason> reasons() {
        Map<Fingerprint, Reason> reasons = new HashMap<>();
        List<Told> out = new ArrayList<>(told.subList(1, told.size()));
        Map<Fingerprint, Reason> best = new HashMap<>();
        Told newest = first();
        while (!out.isEmpty()) {
            for (Told one : out) {
                Likeness likeness = Comparison.of(one, newest);
                Reason before = best.get(one.fingerprint());
                if (before == null || likeness.points() > before.likeness().points()) {
                    best.put(one.fingerprint(), new Reason(newest.fingerprint(), likeness));
                }
            }
            newest = out.stream()
                    .max(Comparator.comparing((Told one) -> points(best, one)).thenComparing(Told.BY_TIME.reversed()))
                    .orElseThrow();
            reasons.put(newest.fingerprint(), Objects.requireNonNull(best.get(newest.fingerprint())));
            out.remove(newest);
        }
        return reasons;
    }

    private static int points(Map<Fingerprint, Reason> best, Told one) {
        return Objects.requireNonNull(best.get(one.fingerprint())).likeness().points();
    }
}
