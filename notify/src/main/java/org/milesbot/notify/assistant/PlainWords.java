package org.milesbot.notify.assistant;

import java.util.regex.Pattern;

/** A model's words as they may be shown: one short paragraph in which nothing can be tapped that leads elsewhere. */
final class PlainWords {

    private static final int LONGEST = 600;
    /** Stands where an address was. */
    static final String LEFT_OUT = "[…]";

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Z}]+");
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\p{L}\\p{N}+.-])\\p{L}[\\p{L}\\p{N}+.-]*+:/\\S*"
            + "|(?<![\\p{L}\\p{N}_.-])(?:[\\p{L}\\p{N}_-]++\\.){1,20}\\p{L}{2,}\\b(?:[:/?#]\\S*)?"
            + "|(?<!\\S)[^\\s@]*+@[\\p{L}\\p{N}_]\\S*");

    private PlainWords() {}

    static String of(String words) {
        // Far more than is shown, but not so much that the patterns below take long.
        String bounded = words.length() <= 8 * LONGEST ? words : words.substring(0, 8 * LONGEST);
        String line = SPACE.matcher(UNSEEN.matcher(bounded).replaceAll("")).replaceAll(" ");
        String plain = ADDRESS.matcher(line).replaceAll(LEFT_OUT).strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + '…';
    }
}
