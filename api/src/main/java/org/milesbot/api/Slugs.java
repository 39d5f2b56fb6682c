package org.milesbot.api;

/** The form of every name that plug-ins can add to: {@code [a-z][a-z0-9_]*}, at most 63 characters. */
public final class Slugs {

    private static final int LONGEST = 63;

    private Slugs() {}

    /** Whether a string has the form of a slug. */
    public static boolean isSlug(String value) {
        if (value.isEmpty() || value.length() > LONGEST || !isLetter(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            if (!isLetter(value.charAt(i)) && !isDigit(value.charAt(i)) && value.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Returns {@code value} if it is a slug.
     *
     * @param what what the value names, for the error
     * @throws IllegalArgumentException if it is none
     */
    public static String require(String what, String value) {
        if (!isSlug(value)) {
            throw new IllegalArgumentException(
                    what + " \"" + value + "\" is not of the form [a-z][a-z0-9_]*, at most 63 characters");
        }
        return value;
    }
}
