package org.milesbot.scrapers.extract.text;

import java.util.ArrayList;
import java.util.List;

/** Gathers blocks into a clean text: one space where there were many, one line a block, empty blocks left out. */
final class TextBuilder {

    private static final String BETWEEN_CELLS = "| ";
    private static final int LONGEST_BOLD_HEADING = 60;

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Span> struck = new ArrayList<>();
    private BlockKind kind = BlockKind.PARAGRAPH;
    private int blockStart;
    private int bold;
    private int boldCharacters;
    private int characters;
    private int cells;

    int length() {
        return text.length();
    }

    BlockKind kind() {
        return kind;
    }

    void open(BlockKind next) {
        cells = next == BlockKind.ROW || kind == BlockKind.ROW ? 0 : cells;
        kind = next;
        blockStart = text.length();
        boldCharacters = 0;
        characters = 0;
    }

    /** What comes until {@link #endBold} is set in bold. */
    void beginBold() {
        bold++;
    }

    void endBold() {
        bold--;
    }

    void close() {
        int end = text.length();
        if (end > blockStart && text.charAt(end - 1) == ' ') {
            end--;
        }
        if (end > blockStart) {
            blocks.add(new Block(isBoldLine() ? BlockKind.HEADING : kind, new Span(blockStart, end)));
            text.append('\n');
        }
        blockStart = text.length();
        boldCharacters = 0;
        characters = 0;
    }

    /** A short line in bold from end to end is a heading, whatever its tag. */
    private boolean isBoldLine() {
        return kind == BlockKind.PARAGRAPH
                && characters > 0
                && boldCharacters == characters
                && characters <= LONGEST_BOLD_HEADING;
    }

    void cell() {
        if (cells > 0) {
            append(" ");
            text.append(BETWEEN_CELLS);
        }
        cells++;
    }

    void append(String more) {
        int i = 0;
        while (i < more.length()) {
            int end = plainEnd(more, i);
            if (end > i) {
                appendWord(more, i, end);
                i = end;
            } else {
                append(more.charAt(i++));
            }
        }
    }

    /** Where the visible ASCII characters end that begin at a place. */
    private static int plainEnd(String more, int start) {
        int end = start;
        while (end < more.length() && more.charAt(end) > ' ' && more.charAt(end) <= '~') {
            end++;
        }
        return end;
    }

    private void appendWord(CharSequence word, int from, int to) {
        text.append(word, from, to);
        characters += to - from;
        boldCharacters += bold > 0 ? to - from : 0;
    }

    private void append(char c) {
        if (isSpace(c)) {
            appendSpace();
        } else if (!isInvisible(c)) {
            text.append(c);
            characters++;
            boldCharacters += bold > 0 ? 1 : 0;
        }
    }

    void strike(int start) {
        if (text.length() > start) {
            struck.add(new Span(start, text.length()));
        }
    }

    CleanText build() {
        String whole = text.toString();
        return new CleanText(whole, Folding.fold(whole), blocks, struck);
    }

    private void appendSpace() {
        int length = text.length();
        if (length > blockStart && text.charAt(length - 1) != ' ') {
            text.append(' ');
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(char c) {
        return c < ' '
                || c == '\u00ad'
                || c == '\ufeff'
                || (c >= '\u200b' && c <= '\u200f')
                || c == '\ufe0f'
                || c == '\u2060';
    }
}
