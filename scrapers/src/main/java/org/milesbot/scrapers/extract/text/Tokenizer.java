package org.milesbot.scrapers.extract.text;

import java.util.List;

/** Cuts folded text into words, numbers and signs. A hyphen or ampersand between letters only parts two words. */
public final class Tokenizer {

    private Tokenizer() {}

    /** Adds the tokens of a stretch of folded text. */
    public static void addTokens(char[] folded, Span span, Vocabulary vocabulary, List<Token> tokens) {
        int at = span.start();
        boolean glued = false;
        while (at < span.end()) {
            char c = folded[at];
            if (c == ' ' || c == '\n' || isJoint(folded, at, span)) {
                glued = false;
                at++;
                continue;
            }
            TokenKind kind = kindOf(c);
            int end = tokenEnd(kind, folded, at, span.end());
            tokens.add(new Token(vocabulary.at(folded, at, end, kind), at, glued));
            glued = true;
            at = end;
        }
    }

    private static TokenKind kindOf(char c) {
        if (isDigit(c)) {
            return TokenKind.NUMBER;
        }
        return isLetter(c) ? TokenKind.WORD : TokenKind.SIGN;
    }

    private static int tokenEnd(TokenKind kind, char[] folded, int start, int limit) {
        return switch (kind) {
            case NUMBER -> numberEnd(folded, start, limit);
            case WORD -> wordEnd(folded, start, limit);
            case SIGN -> start + 1;
        };
    }

    private static int wordEnd(char[] folded, int start, int limit) {
        int end = start + 1;
        while (end < limit && isLetter(folded[end])) {
            end++;
        }
        return end;
    }

    private static int numberEnd(char[] folded, int start, int limit) {
        int end = start + 1;
        while (end < limit && (isDigit(folded[end]) || isInnerMark(folded, end, limit))) {
            end++;
        }
        return end;
    }

    private static boolean isInnerMark(char[] folded, int at, int limit) {
        char c = folded[at];
        return (c == '.' || c == ',') && at + 1 < limit && isDigit(folded[at + 1]);
    }

    private static boolean isJoint(char[] folded, int at, Span span) {
        char c = folded[at];
        return (c == '-' || c == '&' || c == '\'')
                && at > span.start()
                && at + 1 < span.end()
                && isLetter(folded[at - 1])
                && isLetter(folded[at + 1]);
    }

    /** Folded text has no capitals. */
    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c > '~' && Character.isLetter(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
