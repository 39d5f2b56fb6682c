package org.milesbot.scrapers.extract.text;

/** A word, number or sign, wherever it stands. */
public final class Word {

    private final TokenKind kind;
    private final String form;
    private final int hash;
    private final int[] numbers;

    Word(TokenKind kind, String form, int[] numbers) {
        this.kind = kind;
        this.form = form;
        hash = form.hashCode();
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
        if (hash != hashOfStretch || form.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text[i] != form.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    /** The numbers by which the word lists know it and the stems that it begins with; not to be written to. */
    public int[] numbers() {
        return numbers;
    }
}
