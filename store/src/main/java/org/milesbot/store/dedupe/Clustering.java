package org.milesbot.store.dedupe;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes campaigns of groups of sightings of one kind and programme. Groups are joined two by two, the surest link first,
 * unless that would bring together two that rule each other out. Groups that say little (no dates, or not what is
 * offered) come last: they go to the campaign that they are most like, and never make one of two. A third group can speak
 * for two that seem to rule each other out: one that names the givers of both, or tells that the end was put off.
 *
 * <p>The outcome depends on what was told alone, not on the order in which it came.
 */
final class Clustering {

    private final Unions<Told> unions;

    private Clustering(Links links) {
        this.unions = new Unions<>(links.told());
    }

    /** The campaigns among all groups of a kind and programme. */
    static List<Campaign> campaigns(Collection<Told> told) {
        return campaigns(Links.among(told));
    }

    /** The campaigns among groups that were linked, oldest first. */
    static List<Campaign> campaigns(Links links) {
        Clustering clustering = new Clustering(links);
        links.links().stream().sorted(Links.Link.SUREST_FIRST).forEach(clustering::join);
        return clustering.unions.all().stream().map(Campaign::new).toList();
    }

    private void join(Links.Link link) {
        List<Told> ones = unions.of(link.one());
        List<Told> others = unions.of(link.other());
        if (ones != others && mayJoin(link, ones, others)) {
            unions.unite(link.one(), link.other());
        }
    }

    private static boolean mayJoin(Links.Link link, List<Told> ones, List<Told> others) {
        boolean bridges = !link.isFirm() && hasFirm(ones) && hasFirm(others);
        return !bridges
                && ones.stream().allMatch(one -> others.stream().allMatch(other -> mayBeOne(one, other, ones, others)));
    }

    private static boolean hasFirm(List<Told> group) {
        return group.stream().anyMatch(Told::isFirm);
    }

    private static boolean mayBeOne(Told one, Told other, List<Told> ones, List<Told> others) {
        Likeness likeness = Comparison.of(one, other);
        if (likeness.isRuledOut()) {
            return Stream.concat(ones.stream(), others.stream())
                    .filter(third -> !third.is(one) && !third.is(other))
                    .anyMatch(third -> Mediation.speaksFor(third, one, other, likeness));
        }
        return likeness.isLikely() || !one.isFirm() || !other.isFirm();
    }
}
