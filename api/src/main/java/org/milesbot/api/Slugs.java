package org.milesbot.api;

import java.util.regex.Pattern;

/** The form of every name that plug-ins can add to: {@code [a-z][a-z0-9_]*}, at most 63 characters. */
public final class Slugs {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private Slugs() {}

    /** Whether a string has the form of a slug. */
    public static boolean isSlug(String value) {
        return FORM.matcher(value).matches();
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
