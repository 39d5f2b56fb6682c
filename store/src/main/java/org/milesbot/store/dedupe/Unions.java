package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Things in groups, each alone at first; groups can be united. */
final class Unions<T> {

    private final Collection<T> things;
    private final IdentityHashMap<T, List<T>> groups = new IdentityHashMap<>();

    Unions(Collection<T> things) {
        this.things = things;
        things.forEach(thing -> groups.put(thing, new ArrayList<>(List.of(thing))));
    }

    /** The group that a thing is in; the same object for all things of it. */
    List<T> of(T thing) {
        return Objects.requireNonNull(groups.get(thing));
    }

    void unite(T one, T other) {
        List<T> ones = of(one);
        List<T> others = of(other);
        if (ones == others) {
            return;
        }
        List<T> larger = ones.size() >= others.size() ? ones : others;
        List<T> smaller = larger == ones ? others : ones;
        larger.addAll(smaller);
        smaller.forEach(thing -> groups.put(thing, larger));
    }

    /** Every group once, in the order of the things. */
    List<List<T>> all() {
        IdentityHashMap<List<T>, Boolean> seen = new IdentityHashMap<>();
        List<List<T>> all = new ArrayList<>();
        for (T thing : things) {
            if (seen.put(of(thing), true) == null) {
                all.add(of(thing));
            }
        }
        return all;
    }
}
