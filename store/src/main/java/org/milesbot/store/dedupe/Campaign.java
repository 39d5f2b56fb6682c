package org.milesbot.store.dedupe;

import java.util.List;
import java.util.Optional;
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

    /** The reason for each but the first group. */
    Optional<Reason> reason(Told one) {
        if (one.is(first())) {
            return Optional.empty();
        }
        Reason best = null;
        for (Told other : told) {
            if (!other.is(one)) {
                Likeness likeness = Comparison.of(one, other);
                if (best == null || likeness.points() > best.likeness().points()) {
                    best = new Reason(other.fingerprint(), likeness);
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
