package org.milesbot.notify.message;

/** Makes words from outside harmless in a message's HTML. */
public final class Escape {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int EMOJI_JOINER = 0x200D;

    private Escape() {}

    /**
     * The words on one line, as text of the HTML or the value of an attribute: what has a meaning in HTML is escaped, runs
     * of white space are one space, and what cannot be seen is left out, such as marks that turn the direction of writing.
     */
    public static String html(String words) {
        return html(words, Integer.MAX_VALUE);
    }

    /**
     * The same, cut off with an ellipsis.
     *
     * @param most at most so many characters are seen, the ellipsis counted; at least 1
     */
    public static String html(String words, int most) {
        int[] seen = oneLine(words);
        StringBuilder safe = new StringBuilder(Math.min(seen.length, most) + 16);
        int kept = seen.length <= most ? seen.length : most - 1;
        for (int i = 0; i < kept; i++) {
            append(safe, seen[i]);
        }
        if (kept < seen.length) {
            safe.append('…');
        }
        return safe.toString();
    }

    private static int[] oneLine(String words) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        for (int point : words.codePoints().toArray()) {
            if (isSpace(point)) {
                gap = !line.isEmpty();
            } else if (isSeen(point)) {
                line.append(gap ? " " : "").appendCodePoint(isLonely(point) ? REPLACEMENT : point);
                gap = false;
            }
        }
        return line.codePoints().toArray();
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.UNASSIGNED -> false;
            case Character.FORMAT -> point == EMOJI_JOINER;
            default -> true;
        };
    }

    private static boolean isLonely(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(point);
        }
    }
}
