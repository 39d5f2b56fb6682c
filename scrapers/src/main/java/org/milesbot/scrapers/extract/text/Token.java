package org.milesbot.scrapers.extract.text;

/**
 * One word, number or sign where it stands.
 *
 * @param word which one
 * @param start where it starts in the text
 * @param glued whether nothing stands between it and the token before
 */
public record Token(Word word, int start, boolean glued) {

    /** What it is made of. */
    public TokenKind kind() {
        return word.kind();
    }

    /** Its folded letters. */
    public String form() {
        return word.form();
    }

    /** Where it ends in the text. */
    public int end() {
        return start + form().length();
    }

    /** Whether its folded letters are these. */
    public boolean is(String letters) {
        return word.is(letters);
    }

    /** Whether it is made of letters. */
    public boolean isWord() {
        return kind() == TokenKind.WORD;
    }

    /** Whether it is made of digits. */
    public boolean isNumber() {
        return kind() == TokenKind.NUMBER;
    }
}
