package org.milesbot.scrapers.extract.mention;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads digits with the marks of Portuguese and English: 1.496,00 · 35,75 · 10.000 · 82.5. */
final class Numbers {

    private static final int LONGEST = 15;

    private Numbers() {}

    /** The value, or null if the marks make no sense. */
    static @Nullable BigDecimal value(String digits) {
        if (digits.length() > LONGEST) {
            return null;
        }
        int mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (mark < 0) {
            return new BigDecimal(digits);
        }
        String whole = digits.substring(0, mark).replace(".", "").replace(",", "");
        String rest = digits.substring(mark + 1);
        boolean repeated = digits.indexOf(digits.charAt(mark)) != mark;
        if (repeated || (digits.charAt(mark) == '.' && rest.length() == 3)) {
            return rest.length() == 3 ? new BigDecimal(whole + rest) : null;
        }
        return new BigDecimal(whole + "." + rest);
    }

    /** A small whole number such as a day, or -1. */
    static int small(String digits) {
        return digits.length() > 4 || digits.indexOf('.') >= 0 || digits.indexOf(',') >= 0
                ? -1
                : Integer.parseInt(digits);
    }
}
