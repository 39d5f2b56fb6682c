package org.milesbot.scrapers.extract.text;

/** What a token is made of. */
public enum TokenKind {
    /** Letters. */
    WORD,
    /** Digits, with the points and commas between them. */
    NUMBER,
    /** Any other single character. */
    SIGN
}
