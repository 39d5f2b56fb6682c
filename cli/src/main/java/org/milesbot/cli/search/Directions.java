package org.milesbot.cli.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which of the programmes that somebody named gives points, and which takes them. */
final class Directions {

    /** What the word before a name says. */
    enum Hint {
        NONE,
        FROM,
        TO
    }

    /** A programme or bank that was named. */
    record Named(String slug, Hint hint) {}

    /** One way to understand the names. */
    record Direction(Set<String> takers, Set<String> givers) {}

    private final TypedNames names;

    Directions(TypedNames names) {
        this.names = names;
    }

    /** The ways in which the names can be meant: one where only one makes sense. */
    List<Direction> of(List<Named> named) {
        Set<String> takers = new TreeSet<>();
        Set<String> givers = new TreeSet<>();
        Set<String> either = new TreeSet<>();
        for (Named one : named) {
            // "a bonus of Smiles" is not one from Smiles.
            switch (named.size() == 1 && one.hint() == Hint.FROM ? Hint.NONE : one.hint()) {
                case FROM -> givers.add(one.slug());
                case TO -> takers.add(one.slug());
                case NONE -> side(one.slug(), takers, givers, either).add(one.slug());
            }
        }
        either.removeAll(takers);
        either.removeAll(givers);
        return settled(takers, givers, either);
    }

    private Set<String> side(String slug, Set<String> takers, Set<String> givers, Set<String> either) {
        if (names.takes(slug)) {
            return takers;
        }
        return names.gives(slug) ? givers : either;
    }

    private static List<Direction> settled(Set<String> takers, Set<String> givers, Set<String> either) {
        if (either.isEmpty()) {
            return takers.size() == 2 && givers.isEmpty() ? bothWays(takers) : List.of(new Direction(takers, givers));
        }
        if (!takers.isEmpty() && givers.isEmpty()) {
            return List.of(new Direction(takers, either));
        }
        if (takers.isEmpty() && !givers.isEmpty()) {
            return List.of(new Direction(either, givers));
        }
        if (takers.isEmpty()) {
            return either.size() == 2
                    ? bothWays(either)
                    : List.of(new Direction(either, Set.of()), new Direction(Set.of(), either));
        }
        return List.of(new Direction(takers, joined(givers, either)));
    }

    private static Set<String> joined(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static List<Direction> bothWays(Set<String> two) {
        List<String> names = new ArrayList<>(two);
        return List.of(
                new Direction(Set.of(names.get(0)), Set.of(names.get(1))),
                new Direction(Set.of(names.get(1)), Set.of(names.get(0))));
    }
}
