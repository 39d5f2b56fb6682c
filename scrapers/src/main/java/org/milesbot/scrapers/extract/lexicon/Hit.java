package org.milesbot.scrapers.extract.lexicon;

/**
 * A phrase of the word lists found in a text.
 *
 * @param meaning what it means
 * @param from its first token
 * @param to the token after its last
 */
public record Hit(Meaning meaning, int from, int to) {

    /** The sort of its meaning. */
    public Sense sense() {
        return meaning.sense();
    }

    /** Which one of its sort. */
    public String value() {
        return meaning.value();
    }

    /** Whether it covers all of another and more. */
    public boolean swallows(Hit other) {
        return from <= other.from
                && other.to <= to
                && to - from > other.to - other.from
                && sense().hides(other.sense());
    }
}
