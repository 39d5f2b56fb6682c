package org.milesbot.scrapers.extract.text;

import java.util.Arrays;

/** A word, number or sign, wherever it stands. */
public final class Word {

    private final TokenKind kind;
    private final String form;
    private final int hash;
    private final char[] letters;
    private final int[] numbers;

    Word(TokenKind kind, String form, int[] numbers) {
        this.kind = kind;
        this.form = form;
        hash = form.hashCode();
        letters = form.toCharArray();
        this.numbers = numbers;
    }

    /** What it is made of. */
    public TokenKind kind() {
        return kind;
    }

    /** Its folded letters. */
    public String form() {
        return form;
    }

    /** Whether its folded letters are these. */
    boolean is(String letters) {
        return hash == letters.hashCode() && form.equals(letters);
    }

    /** Whether its folded letters are those in a stretch of a text, whose hash is that of a string. */
    boolean is(char[] text, int start, int end, int hashOfStretch) {
        return hash == hashOfStretch && Arrays.equals(letters, 0, letters.length, text, start, end);
    }

    /** The numbers by which the word lists know it and the stems that it begins with; not to be written to. */
    public int[] numbers() {
        return numbers;
    }
}
