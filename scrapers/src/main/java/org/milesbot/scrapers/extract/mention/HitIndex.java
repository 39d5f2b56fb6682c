package org.milesbot.scrapers.extract.mention;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;

/** The phrases found in a text, by where they start and end. */
public final class HitIndex {

    private final Hit[] hits;
    private final int[] firstAt;
    private final Map<Sense, BitSet> endings = new EnumMap<>(Sense.class);

    HitIndex(List<Hit> hits, int tokens) {
        this.hits = hits.toArray(Hit[]::new);
        firstAt = new int[tokens + 1];
        int next = 0;
        for (int token = 0; token <= tokens; token++) {
            while (next < hits.size() && hits.get(next).from() < token) {
                next++;
            }
            firstAt[token] = next;
        }
        for (Hit hit : hits) {
            endings.computeIfAbsent(hit.sense(), sense -> new BitSet()).set(hit.to());
        }
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
        List<Hit> found = new ArrayList<>();
        for (int i = firstAt[from]; i < hits.length && hits[i].from() < to; i++) {
            if (hits[i].sense() == sense && hits[i].to() <= to) {
                found.add(hits[i]);
            }
        }
        return found;
    }

    /** The first phrase of a sort in a stretch of tokens. */
    public @Nullable Hit first(int from, int to, Sense sense) {
        for (int i = firstAt[Math.max(0, from)]; i < hits.length && hits[i].from() < to; i++) {
            if (hits[i].sense() == sense && hits[i].to() <= to) {
                return hits[i];
            }
        }
        return null;
    }

    /** The last phrase of a sort in a stretch of tokens. */
    public @Nullable Hit last(int from, int to, Sense sense) {
        Hit last = null;
        for (Hit hit : within(Math.max(0, from), to, sense)) {
            last = hit;
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
        if (token < 0 || token + 1 >= firstAt.length) {
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
        BitSet ends = endings.get(sense);
        return ends != null && token >= 0 && ends.get(token);
    }
}
