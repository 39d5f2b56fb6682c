package org.milesbot.scrapers.extract.text;

/**
 * Some folded words, asked for at most tokens of a text and mostly not there: half empty or more, so that nearly every such
 * question ends at the first look, which {@link java.util.Set#of} needs a division and a comparison of letters for.
 */
public final class WordSet {

    private final String[] table;

    private WordSet(String[] words) {
        table = new String[4 * Integer.highestOneBit(words.length)];
        for (String word : words) {
            table[placeOf(word)] = word;
        }
    }

    /** These words, of which there is at least one. */
    public static WordSet of(String... words) {
        return new WordSet(words);
    }

    /** Whether a word is one of them. */
    public boolean contains(String word) {
        return table[placeOf(word)] != null;
    }

    /** Where a word lies, or the empty place where it would. */
    private int placeOf(String word) {
        int hash = word.hashCode();
        int at = (hash ^ (hash >>> 15)) & (table.length - 1);
        while (table[at] != null && !(table[at].hashCode() == hash && table[at].equals(word))) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }
}
