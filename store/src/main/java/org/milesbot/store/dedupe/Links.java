package org.milesbot.store.dedupe;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Groups of sightings of one kind and programme, and which two of them are enough alike to be of one campaign.
 *
 * @param told the groups, oldest first
 * @param links in no order
 */
record Links(List<Told> told, List<Link> links) {

    /** Groups first told further apart than this are not compared. */
    static final int HORIZON_DAYS = 65;

    /**
     * Two groups that are alike.
     *
     * @param one the one told first
     * @param points how alike
     */
    record Link(Told one, Told other, int points) {

        /** What says enough first, then the most alike, then the nearest in time; always in the same order. */
        static final Comparator<Link> SUREST_FIRST = Comparator.comparing(Link::isFirm)
                .thenComparing(Link::points)
                .reversed()
                .thenComparing(Link::daysApart)
                .thenComparing(Link::one, Told.BY_TIME)
                .thenComparing(Link::other, Told.BY_TIME);

        boolean isFirm() {
            return one.isFirm() && other.isFirm();
        }

        private long daysApart() {
            return DAYS.between(one.firstDay(), other.firstDay());
        }
    }

    /** Finds what is linked. The work grows with the number of groups times how many are told within the horizon. */
    static Links among(Collection<Told> groups) {
        List<Told> told = groups.stream().sorted(Told.BY_TIME).toList();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Told later = told.get(i);
            for (int j = i - 1; j >= 0 && isNear(told.get(j), later); j--) {
                link(told.get(j), later).ifPresent(links::add);
            }
        }
        return new Links(told, links);
    }

    private static Optional<Link> link(Told earlier, Told later) {
        if (!earlier.reach().meets(later.reach())) {
            return Optional.empty();
        }
        Likeness likeness = Comparison.of(earlier, later);
        return likeness.isEnough() ? Optional.of(new Link(earlier, later, likeness.points())) : Optional.empty();
    }

    private static boolean isNear(Told earlier, Told later) {
        return later.reach().told() - earlier.reach().told() <= HORIZON_DAYS;
    }

    /** Parts that no link connects: what is decided in one does not depend on what is in another. */
    List<Links> components() {
        Unions<Told> unions = new Unions<>(told);
        links.forEach(link -> unions.unite(link.one(), link.other()));
        IdentityHashMap<List<Told>, List<Link>> within = new IdentityHashMap<>();
        unions.all().forEach(group -> within.put(group, new ArrayList<>()));
        links.forEach(link ->
                Objects.requireNonNull(within.get(unions.of(link.one()))).add(link));
        return unions.all().stream()
                .map(group -> new Links(
                        group.stream().sorted(Told.BY_TIME).toList(), Objects.requireNonNull(within.get(group))))
                .toList();
    }
}
