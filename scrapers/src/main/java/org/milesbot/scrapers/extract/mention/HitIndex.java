package org.milesbot.scrapers.extract.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;

/** The phrases found in a text, by where they start and by what they mean: most texts hold few of most sorts. */
public final class HitIndex {

    private static final Hit[] NONE = {};
    private static final int SENSES = Sense.values().length;

    private final Hit[] hits;
    private final int[] firstAt;

    /** Those of each sense, by its place. */
    private final Hit[][] ofSense;

    /** How many tokens the longest phrase has. */
    private final int longest;

    /**
     * @param hits the phrases by where they start, the longer first
     */
    HitIndex(List<Hit> hits, int tokens) {
        this.hits = hits.toArray(NONE);
        firstAt = new int[tokens + 1];
        int next = 0;
        for (int token = 0; token <= tokens; token++) {
            while (next < this.hits.length && this.hits[next].from() < token) {
                next++;
            }
            firstAt[token] = next;
        }
        int most = 0;
        for (Hit hit : this.hits) {
            most = Math.max(most, hit.to() - hit.from());
        }
        longest = most;
        ofSense = bySense(this.hits);
    }

    @SuppressWarnings("EnumOrdinal") // the table lives no longer than a text is read
    private static Hit[][] bySense(Hit[] hits) {
        int[] counts = new int[SENSES];
        for (Hit hit : hits) {
            counts[hit.sense().ordinal()]++;
        }
        Hit[][] bySense = new Hit[SENSES][];
        for (int sense = 0; sense < SENSES; sense++) {
            bySense[sense] = counts[sense] == 0 ? NONE : new Hit[counts[sense]];
        }
        for (int i = hits.length - 1; i >= 0; i--) {
            int sense = hits[i].sense().ordinal();
            bySense[sense][--counts[sense]] = hits[i];
        }
        return bySense;
    }

    @SuppressWarnings("EnumOrdinal") // as above
    private Hit[] of(Sense sense) {
        return ofSense[sense.ordinal()];
    }

    /** The phrases that start in a stretch of tokens and end in it. */
    public List<Hit> within(int from, int to) {
        List<Hit> found = new ArrayList<>();
        for (int i = firstAt[from]; i < hits.length && hits[i].from() < to; i++) {
            if (hits[i].to() <= to) {
                found.add(hits[i]);
            }
        }
        return found;
    }

    /** The phrases of one sort that lie in a stretch of tokens. */
    public List<Hit> within(int from, int to, Sense sense) {
        Hit[] own = of(sense);
        int first = firstFrom(own, from);
        if (first == own.length || own[first].from() >= to) {
            return List.of();
        }
        List<Hit> found = new ArrayList<>();
        for (int i = first; i < own.length && own[i].from() < to; i++) {
            if (own[i].to() <= to) {
                found.add(own[i]);
            }
        }
        return found;
    }

    /** The first phrase of a sort in a stretch of tokens. */
    public @Nullable Hit first(int from, int to, Sense sense) {
        Hit[] own = of(sense);
        for (int i = firstFrom(own, from); i < own.length && own[i].from() < to; i++) {
            if (own[i].to() <= to) {
                return own[i];
            }
        }
        return null;
    }

    /** The last phrase of a sort in a stretch of tokens. */
    public @Nullable Hit last(int from, int to, Sense sense) {
        Hit[] own = of(sense);
        Hit last = null;
        for (int i = firstFrom(own, from); i < own.length && own[i].from() < to; i++) {
            last = own[i].to() <= to ? own[i] : last;
        }
        return last;
    }

    /** Whether a stretch of tokens holds a phrase of a sort. */
    public boolean has(int from, int to, Sense sense) {
        return first(from, to, sense) != null;
    }

    /** Whether a phrase of one of some sorts starts at a token of the text. */
    boolean anyStartsAt(int token, Set<Sense> senses) {
        for (int i = firstAt[token]; i < firstAt[token + 1]; i++) {
            if (senses.contains(hits[i].sense())) {
                return true;
            }
        }
        return false;
    }

    /** The phrase of a sort that starts at a token. */
    public @Nullable Hit startsAt(int token, Sense sense) {
        if (token < 0 || token + 1 >= firstAt.length || of(sense).length == 0) {
            return null;
        }
        for (int i = firstAt[token]; i < firstAt[token + 1]; i++) {
            if (hits[i].sense() == sense) {
                return hits[i];
            }
        }
        return null;
    }

    /** Whether a phrase of a sort ends just before a token. */
    public boolean endsAt(int token, Sense sense) {
        Hit[] own = of(sense);
        for (int i = firstFrom(own, token - longest); i < own.length && own[i].from() < token; i++) {
            if (own[i].to() == token) {
                return true;
            }
        }
        return false;
    }

    /** The place of the first phrase that does not start before a token. */
    private static int firstFrom(Hit[] own, int token) {
        int low = 0;
        int high = own.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (own[middle].from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
