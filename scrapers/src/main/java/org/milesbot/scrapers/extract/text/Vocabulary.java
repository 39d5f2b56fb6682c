package org.milesbot.scrapers.extract.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the words that are common in the texts read, since making one for each word of each text and looking it up in the
 * word lists takes long. Words that come to lie in the same place push each other out; several threads may do so at once.
 */
public final class Vocabulary {

    private static final int LONGEST = 24;

    private final Function<String, int[]> numbers;
    private final @Nullable Word[] known = new Word[1 << 15];

    /**
     * @param numbers looks a word up in the word lists
     */
    public Vocabulary(Function<String, int[]> numbers) {
        this.numbers = numbers;
    }

    /** The word in a stretch of folded text. */
    Word at(char[] folded, int start, int end, TokenKind kind) {
        if (end - start > LONGEST) {
            return made(folded, start, end, kind);
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + folded[i];
        }
        int place = (hash ^ (hash >>> 15)) & (known.length - 1);
        Word word = known[place];
        if (word == null || !word.is(folded, start, end, hash)) {
            word = made(folded, start, end, kind);
            known[place] = word;
        }
        return word;
    }

    private Word made(char[] folded, int start, int end, TokenKind kind) {
        String form = new String(folded, start, end - start);
        return new Word(kind, form, numbers.apply(form));
    }
}
