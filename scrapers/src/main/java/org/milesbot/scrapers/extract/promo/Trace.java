package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.milesbot.scrapers.extract.mention.Mentions;

/** Which rule said what while an announcement was read, so that a wrong promo can be traced. */
public final class Trace {

    /**
     * One thing that a rule said.
     *
     * @param rule the rule's name
     * @param words the words it read
     * @param said what it made of them
     */
    public record Entry(String rule, String words, String said) {}

    private final List<Entry> entries = new ArrayList<>();
    private final boolean kept;

    private Trace(boolean kept) {
        this.kept = kept;
    }

    /** A trace that keeps what it is told. */
    public static Trace kept() {
        return new Trace(true);
    }

    /** A trace that forgets at once, for when speed matters. */
    public static Trace none() {
        return new Trace(false);
    }

    /** All that was said, in order. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    void say(Mentions mentions, String rule, int from, int to, Object said) {
        if (kept) {
            entries.add(new Entry(rule, mentions.words(from, to), String.valueOf(said)));
        }
    }

    void say(String rule, Object said) {
        if (kept) {
            entries.add(new Entry(rule, "", String.valueOf(said)));
        }
    }
}
