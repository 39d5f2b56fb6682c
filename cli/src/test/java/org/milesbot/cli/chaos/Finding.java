package org.milesbot.cli.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What has to hold, and whether it does.
 *
 * @param what has to hold
 * @param found how it is
 * @param wrong what is amiss, if anything is
 */
record Finding(String what, String found, List<String> wrong) {

    private static final int SHOWN = 5;

    Finding {
        wrong = List.copyOf(wrong);
    }

    /** That two lists hold the same, each thing as often. */
    static Finding same(String what, List<String> wanted, List<String> found) {
        List<String> wrong = new ArrayList<>();
        List<String> missing = new ArrayList<>(wanted);
        for (String one : found) {
            if (!missing.remove(one)) {
                wrong.add("too many: " + one);
            }
        }
        missing.forEach(one -> wrong.add("missing: " + one));
        return new Finding(what, found.size() + " of " + wanted.size(), wrong);
    }

    /** That there is nothing. */
    static Finding none(String what, List<String> found) {
        return new Finding(what, String.valueOf(found.size()), found);
    }

    boolean isGood() {
        return wrong.isEmpty();
    }

    @Override
    public String toString() {
        String line = String.format(Locale.ROOT, "%-72s %-14s %s", what, found, isGood() ? "holds" : "BROKEN");
        return isGood()
                ? line
                : line + "\n    "
                        + String.join("\n    ", wrong.subList(0, Math.min(SHOWN, wrong.size())))
                        + (wrong.size() > SHOWN ? "\n    and " + (wrong.size() - SHOWN) + " more" : "");
    }
}
