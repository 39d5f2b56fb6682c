package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.source.Provenance;

/** How the highest percentage of a campaign went: what it is, and when it was raised. */
final class PercentCourse {

    private final List<Change<Percent>> raises = new ArrayList<>();
    private final Set<Percent> parts;
    private final Set<Percent> past = new HashSet<>();
    private List<Witness> level = new ArrayList<>();
    /** The percentage that counts, or null; kept because it is asked for at every sighting. */
    private @Nullable Percent now;

    private PercentCourse(Set<Percent> parts) {
        this.parts = parts;
    }

    static PercentCourse of(List<Witness> witnesses) {
        PercentCourse course = new PercentCourse(parts(witnesses));
        for (Witness witness : witnesses) {
            Percent highest = witness.claim().highest();
            if (highest != null && !course.parts.contains(highest)) {
                course.hear(witness, highest);
            }
        }
        return course;
    }

    /** What is the highest of one, and what only some get by another that tells of more. */
    private static Set<Percent> parts(List<Witness> witnesses) {
        Set<Percent> parts = new HashSet<>();
        for (Witness witness : witnesses) {
            Percent highest = witness.claim().highest();
            witness.claim().lesser().stream()
                    .filter(lesser -> highest != null && lesser.compareTo(highest) < 0)
                    .forEach(parts::add);
        }
        return parts;
    }

    private void hear(Witness witness, Percent highest) {
        if (now != null && isRaised(witness, highest, now)) {
            raises.add(new Change<>(now, highest, witness.publishedAt()));
            level.forEach(old -> past.add(Objects.requireNonNull(old.claim().highest())));
            level = new ArrayList<>();
            now = null;
        }
        if (!past.contains(highest)) {
            level.add(witness);
            // One more who says the same changes nothing.
            now = highest.equals(now)
                    ? now
                    : deserving().map(each -> each.claim().highest()).orElse(null);
        }
    }

    /** Told on a later day than anybody told of the lower one first: two that differ on one day only contradict. */
    private boolean isRaised(Witness witness, Percent highest, Percent before) {
        return highest.compareTo(before) > 0
                && witness.provenance() != Provenance.RUMOUR
                && witness.day().isAfter(level.get(0).day());
    }

    /** Whose word counts for the percentage; none if nobody tells one. */
    Optional<Witness> deserving() {
        Optional<Witness> best =
                Deserving.of(Part.BONUS, level, each -> each.claim().highest());
        return best.map(this::mostDetailed);
    }

    /** Of those equally near to the programme that say the same, the one that says most. */
    private Witness mostDetailed(Witness best) {
        return level.stream()
                .filter(each -> each.provenance() == best.provenance())
                .filter(each ->
                        Objects.equals(each.claim().highest(), best.claim().highest()))
                .reduce(best, (one, other) -> detail(other) > detail(one) ? other : one);
    }

    private static int detail(Witness witness) {
        return witness.claim().lesser().size();
    }

    /** Whether a sighting tells another percentage than the one that counts, and not a part of it. */
    boolean isContradictedBy(Witness witness) {
        Percent highest = witness.claim().highest();
        return highest != null && !highest.equals(now) && !parts.contains(highest);
    }

    /** Whether a sighting tells the percentage that counts. */
    boolean isToldBy(Witness witness) {
        return now != null && now.equals(witness.claim().highest());
    }

    /** The raises, oldest first. */
    List<Change<Percent>> raises() {
        return raises;
    }
}
