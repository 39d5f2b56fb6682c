package org.milesbot.cli.history;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of a history, in the order in which they are written. */
public enum Column {
    /** The taker of the points; every line has one. */
    PROGRAM,
    /** The givers, joined by {@code |}; {@code *} stands for every partner bank. */
    ORIGIN,
    /** The highest percentage. */
    BONUS_PCT,
    /** The percentage that anyone gets. */
    BASE_PCT,
    /** The first day; every line has this one or the last. */
    START,
    /** The last day. */
    END,
    /** How well the days are known. */
    CONFIDENCE,
    /** Where it was read. */
    SOURCE_URL;

    /** Its name in the heading. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The heading with all of them. */
    static String heading() {
        return Stream.of(values()).map(Column::title).collect(Collectors.joining(","));
    }
}
