package org.milesbot.cli.config;

import org.jspecify.annotations.Nullable;

/** Makes a string from outside fit to stand in a sentence: one line, no control characters, bounded. */
public final class Quoted {

    private static final int LONGEST = 300;

    private Quoted() {}

    /** The string on one line and cut after 300 characters; a dash in place of null. */
    public static String of(@Nullable String foreign) {
        if (foreign == null || foreign.isBlank()) {
            return "-";
        }
        StringBuilder line = new StringBuilder();
        foreign.strip().codePoints().limit(LONGEST).map(Quoted::printable).forEach(line::appendCodePoint);
        return line.length() < LONGEST ? line.toString() : line + "…";
    }

    private static int printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> ' ';
            default -> character;
        };
    }
}
