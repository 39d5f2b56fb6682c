package org.milesbot.store.user;

import org.milesbot.store.db.StorableText;

/** Makes of what somebody calls themselves a name that can be kept and shown anywhere. */
public final class PersonName {

    /** In characters as people count them. */
    public static final int LONGEST = 200;

    private PersonName() {}

    /**
     * The name on one line and cut after {@value #LONGEST} characters. What turns the direction of the text around it is
     * left out; letters of every script, and what joins emoji, stay.
     */
    public static String of(String words) {
        StringBuilder name = new StringBuilder();
        clean(words).codePoints().limit(LONGEST).forEach(name::appendCodePoint);
        return name.toString().stripTrailing();
    }

    /** Whether a name is too long to be kept whole. */
    public static boolean isTooLong(String words) {
        String clean = clean(words);
        return clean.codePointCount(0, clean.length()) > LONGEST;
    }

    private static String clean(String words) {
        StringBuilder line = new StringBuilder();
        StorableText.clean(words).codePoints().map(PersonName::harmless).forEach(line::appendCodePoint);
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    private static int harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT -> isJoiner(character) ? character : ' ';
            default -> character;
        };
    }

    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }
}
