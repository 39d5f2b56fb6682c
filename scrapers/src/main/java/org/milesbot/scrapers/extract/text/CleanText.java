package org.milesbot.scrapers.extract.text;

import java.util.List;

/**
 * An announcement as people see it.
 *
 * @param text the readable text, title first, one line a block
 * @param folded the same text without accents and capitals, letter for letter, so that one span serves both
 * @param blocks the lines, in order
 * @param struck what is struck through, in order and apart from each other
 */
public record CleanText(String text, String folded, List<Block> blocks, List<Span> struck) {

    /** Copies the lists. */
    public CleanText {
        blocks = List.copyOf(blocks);
        struck = List.copyOf(struck);
        if (text.length() != folded.length()) {
            throw new IllegalArgumentException("the folded text has another length");
        }
    }

    /** The words in a span, as written. */
    public String words(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Whether a place is struck through. */
    public boolean isStruck(int position) {
        int low = 0;
        int high = struck.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (struck.get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < struck.size() && struck.get(low).start() <= position;
    }
}
