package org.milesbot.cli.fare;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a flight starts or ends.
 *
 * @param codes the IATA codes of airports and cities that somebody named; those of a region's cities
 * @param airports the airports of all these
 */
public record FareEnd(SortedSet<String> codes, SortedSet<String> airports) {

    /** Copies the sets. */
    public FareEnd {
        codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        airports = Collections.unmodifiableSortedSet(new TreeSet<>(airports));
    }

    /** Of codes in any order. */
    public static FareEnd of(Set<String> codes, Set<String> airports) {
        return new FareEnd(new TreeSet<>(codes), new TreeSet<>(airports));
    }
}
