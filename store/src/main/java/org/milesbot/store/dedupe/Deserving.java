package org.milesbot.store.dedupe;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
        Map<Object, Set<String>> sources = new HashMap<>();
        for (Witness witness : witnesses) {
            Object said = value.apply(witness);
            if (said != null) {
                sources.computeIfAbsent(said, any -> new HashSet<>()).add(witness.source());
            }
        }
        Comparator<Witness> best = Comparator.comparing(Witness::provenance)
                .thenComparing(witness -> !witness.proven().contains(part))
                .thenComparing(witness -> -agreement(sources, value.apply(witness)))
                .thenComparing(Witness.BY_TIME.reversed());
        return witnesses.stream()
                .filter(witness -> value.apply(witness) != null)
                .min(best);
    }

    private static int agreement(Map<Object, Set<String>> sources, @Nullable Object said) {
        return sources.getOrDefault(Objects.requireNonNull(said), Set.of()).size();
    }
}
