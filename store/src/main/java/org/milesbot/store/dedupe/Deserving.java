package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses whose word counts: the nearest to the programme, then one that has the words for it, then what most sources
 * agree on, then the newest. Nothing is ever averaged.
 */
final class Deserving {

    private Deserving() {}

    /**
     * The sighting that a part is taken from, or none if no sighting tells it.
     *
     * @param value what a sighting says of the part, or null
     */
    static Optional<Witness> of(
            Part part, Collection<Witness> witnesses, Function<Witness, ? extends @Nullable Object> value) {
        List<Witness> telling = new ArrayList<>();
        boolean agree = true;
        for (Witness witness : witnesses) {
            Object said = value.apply(witness);
            if (said != null) {
                agree = agree && (telling.isEmpty() || said.equals(value.apply(telling.get(0))));
                telling.add(witness);
            }
        }
        List<Witness> best = least(telling, Comparator.comparing(Witness::provenance));
        best = least(best, Comparator.comparing(witness -> !witness.proven().contains(part)));
        if (!agree) {
            Map<Object, Set<String>> sources = sources(telling, value);
            best = least(best, Comparator.comparing(witness -> -agreement(sources, value.apply(witness))));
        }
        return best.stream().max(Witness.BY_TIME);
    }

    /** Those before which none comes. */
    private static List<Witness> least(List<Witness> witnesses, Comparator<Witness> order) {
        List<Witness> least = new ArrayList<>();
        for (Witness witness : witnesses) {
            int compared = least.isEmpty() ? 0 : order.compare(witness, least.get(0));
            if (compared < 0) {
                least.clear();
            }
            if (compared <= 0) {
                least.add(witness);
            }
        }
        return least;
    }

    private static Map<Object, Set<String>> sources(
            List<Witness> witnesses, Function<Witness, ? extends @Nullable Object> value) {
        Map<Object, Set<String>> sources = new HashMap<>();
        for (Witness witness : witnesses) {
            sources.computeIfAbsent(Objects.requireNonNull(value.apply(witness)), any -> new HashSet<>())
                    .add(witness.source());
        }
        return sources;
    }

    private static int agreement(Map<Object, Set<String>> sources, @Nullable Object said) {
        return sources.getOrDefault(Objects.requireNonNull(said), Set.of()).size();
    }
}
