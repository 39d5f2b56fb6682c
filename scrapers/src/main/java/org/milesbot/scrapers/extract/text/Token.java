package org.milesbot.scrapers.extract.text;

/**
 * One word, number or sign.
 *
 * @param kind what it is made of
 * @param form its folded letters
 * @param start where it starts in the text
 * @param glued whether nothing stands between it and the token before
 */
public record Token(TokenKind kind, String form, int start, boolean glued) {

    /** Where it ends in the text. */
    public int end() {
        return start + form.length();
    }

    /** Whether its folded letters are these. */
    public boolean is(String letters) {
        return form.equals(letters);
    }

    /** Whether it is made of letters. */
    public boolean isWord() {
        return kind == TokenKind.WORD;
    }

    /** Whether it is made of digits. */
    public boolean isNumber() {
        return kind == TokenKind.NUMBER;
    }
}
