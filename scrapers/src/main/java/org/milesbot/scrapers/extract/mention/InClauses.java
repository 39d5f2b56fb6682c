package org.milesbot.scrapers.extract.mention;

import java.util.List;
import java.util.function.ToIntFunction;

/** Mentions of one sort, by the clause that they stand in: most clauses hold none. */
final class InClauses<T> {

    private final List<T> all;
    private final ToIntFunction<T> from;
    private final int[] firstIn;

    /**
     * @param all the mentions, in order
     * @param from the first token of one
     */
    InClauses(List<T> all, ToIntFunction<T> from, List<Clause> clauses) {
        this.all = all;
        this.from = from;
        firstIn = new int[all.isEmpty() ? 0 : clauses.size()];
        int next = 0;
        for (int i = 0; i < firstIn.length; i++) {
            next = behind(next, clauses.get(i).from());
            firstIn[i] = next;
        }
    }

    /** The first mention from a place on that does not start before a token. */
    private int behind(int start, int token) {
        int next = start;
        while (next < all.size() && from.applyAsInt(all.get(next)) < token) {
            next++;
        }
        return next;
    }

    List<T> all() {
        return all;
    }

    /** Those that start in a clause, or in several side by side that begin with it. */
    List<T> of(Clause clause) {
        if (all.isEmpty()) {
            return all;
        }
        int first = firstIn[clause.index()];
        int end = behind(first, clause.to());
        return first == end ? List.of() : all.subList(first, end);
    }
}
