package org.milesbot.cli.output;

import org.milesbot.cli.output.Table.Side;

/** The width of text on a terminal, and text made to fit it. */
final class Cell {

    private Cell() {}

    /** Replaces line breaks and control characters, escape sequences among them, by blanks. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
    }

    /** The number of columns that a text takes on a terminal: emoji and East Asian characters take two. */
    static int width(String text) {
        return text.codePoints().map(Cell::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF);
        return wide ? 2 : 1;
    }

    /** The text padded to a width, or cut to it with an ellipsis. */
    static String fit(String text, int width, Side side) {
        int missing = width - width(text);
        if (missing < 0) {
            return cut(text, width);
        }
        String padding = " ".repeat(missing);
        return switch (side) {
            case LEFT -> text + padding;
            case RIGHT -> padding + text;
        };
    }

    private static String cut(String text, int width) {
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.append('…').toString();
    }
}
