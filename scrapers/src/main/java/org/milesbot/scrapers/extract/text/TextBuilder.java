package org.milesbot.scrapers.extract.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers blocks into a clean text: one space where there were many, one line a block, empty blocks left out. */
final class TextBuilder {

    private static final int LONGEST_BOLD_HEADING = 60;
    private static final char FIRST_ACCENTED = '\u00c0';
    private static final char LAST_ACCENTED = '\u024f';
    private char[] text;
    private int length;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Span> struck = new ArrayList<>();
    private BlockKind kind = BlockKind.PARAGRAPH;
    private int blockStart;
    private int bold;
    private int boldCharacters;
    private int characters;
    private int cells;

    /**
     * @param size about how long the text will be
     */
    TextBuilder(int size) {
        text = new char[size];
    }

    int length() {
        return length;
    }

    BlockKind kind() {
        return kind;
    }

    void open(BlockKind next) {
        cells = next == BlockKind.ROW || kind == BlockKind.ROW ? 0 : cells;
        kind = next;
        blockStart = length;
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
        int end = length;
        if (end > blockStart && text[end - 1] == ' ') {
            end--;
        }
        if (end > blockStart) {
            blocks.add(new Block(isBoldLine() ? BlockKind.HEADING : kind, new Span(blockStart, end)));
            put('\n');
        }
        blockStart = length;
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
            appendSpace();
            put('|');
            put(' ');
        }
        cells++;
    }

    void append(String more) {
        reserve(more.length());
        int before = characters;
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if ((c > ' ' && c <= '~') || (c >= FIRST_ACCENTED && c <= LAST_ACCENTED)) {
                text[length++] = c;
                characters++;
            } else {
                append(c);
            }
        }
        boldCharacters += bold > 0 ? characters - before : 0;
    }

    private void append(char c) {
        if (isSpace(c)) {
            appendSpace();
        } else if (!isInvisible(c)) {
            put(c);
            characters++;
        }
    }

    private void put(char c) {
        reserve(1);
        text[length++] = c;
    }

    private void reserve(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(length + more, 2 * text.length));
        }
    }

    void strike(int start) {
        if (length > start) {
            struck.add(new Span(start, length));
        }
    }

    /** The text; nothing can be added any more. */
    CleanText build() {
        String whole = new String(text, 0, length);
        return new CleanText(whole, Folding.fold(text, length), blocks, struck);
    }

    private void appendSpace() {
        if (length > blockStart && text[length - 1] != ' ') {
            put(' ');
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
