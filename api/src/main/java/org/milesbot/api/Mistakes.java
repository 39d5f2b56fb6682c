package org.milesbot.api;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong, so that all of it is reported at once. Not for use by several threads. */
public final class Mistakes {

    private final List<Text> found = new ArrayList<>();

    /** Adds what is wrong, as a sentence that also says what a right one looks like. */
    public void add(Text mistake) {
        found.add(mistake);
    }

    /** What was added so far. */
    public List<Text> all() {
        return List.copyOf(found);
    }

    /**
     * Reports all that was added, one line each, under a heading.
     *
     * @throws MilesbotException of kind CONFIGURATION if there was anything
     */
    public void throwIfAny(Text heading) {
        throwIfAny(ErrorKind.CONFIGURATION, heading);
    }

    /**
     * Reports all that was added, one line each, under a heading.
     *
     * @throws MilesbotException of this kind if there was anything
     */
    public void throwIfAny(ErrorKind kind, Text heading) {
        if (found.isEmpty()) {
            return;
        }
        Text report = heading;
        for (Text mistake : found) {
            report = Text.of(Mistakes.class, "bullet", report, mistake);
        }
        throw new MilesbotException(kind, report);
    }
}
