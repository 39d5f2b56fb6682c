package org.milesbot.scrapers.extract.mention;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;

/** The phrases found in a text, by where they start and by what they mean: most texts hold few of most sorts. */
public final class HitIndex {

    private static final Hit[] NONE = {};
    private static final int FEW = 4;

    private final Hit[] hits;
    private final int[] firstAt;
    private final Map<Sense, List<Hit>> ofSense = new EnumMap<>(Sense.class);

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
            ofSense.computeIfAbsent(hit.sense(), sense -> new ArrayList<>(FEW)).add(hit);
            most = Math.max(most, hit.to() - hit.from());
        }
        longest = most;
    }

    private List<Hit> of(Sense sense) {
        List<Hit> own = ofSense.get(sense);
        return own == null ? List.of() : own;
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
        List<Hit> own = of(sense);
        int first = firstFrom(own, from);
        if (first == own.size() || own.get(first).from() >= to) {
            return List.of();
        }
        List<Hit> found = new ArrayList<>();
        for (int i = first; i < own.size() && own.get(i).from() < to; i++) {
            if (own.get(i).to() <= to) {
                found.add(own.get(i));
            }
        }
        return found;
    }

    /** The first phrase of a sort in a stretch of tokens. */
    public @Nullable Hit first(int from, int to, Sense sense) {
        List<Hit> own = of(sense);
        for (int i = firstFrom(own, from); i < own.size() && own.get(i).from() < to; i++) {
            if (own.get(i).to() <= to) {
                return own.get(i);
            }
        }
        return null;
    }

    /** The last phrase of a sort in a stretch of tokens. */
    public @Nullable Hit last(int from, int to, Sense sense) {
        List<Hit> own = of(sense);
        Hit last = null;
        for (int i = firstFrom(own, from); i < own.size() && own.get(i).from() < to; i++) {
            last = own.get(i).to() <= to ? own.get(i) : last;
        }
        return last;
    }

    /** Whether a stretch of tokens holds a phrase of a sort. */
    public boolean has(int from, int to, Sense sense) {
        return first(from, to, sense) != null;
    }

    /** Whether any phrase starts at a token of the text. */
    boolean anyStartsAt(int token) {
        return firstAt[token] < firstAt[token + 1];
    }

    /** The phrase of a sort that starts at a token. */
    public @Nullable Hit startsAt(int token, Sense sense) {
        if (token < 0 || token + 1 >= firstAt.length || !ofSense.containsKey(sense)) {
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
        List<Hit> own = of(sense);
        for (int i = firstFrom(own, token - longest);
                i < own.size() && own.get(i).from() < token;
                i++) {
            if (own.get(i).to() == token) {
                return true;
            }
        }
        return false;
    }

    /** The place of the first phrase that does not start before a token. */
    private static int firstFrom(List<Hit> own, int token) {
        int low = 0;
        int high = own.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (own.get(middle).from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
