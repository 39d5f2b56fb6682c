package org.milesbot.forecast.history;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;

/**
 * What a forecast is of.
 *
 * @param program the taker of the points
 * @param origin the giver, for a route; null for the programme from wherever
 */
public record SeriesKey(ProgramId program, @Nullable OriginId origin) implements Comparable<SeriesKey> {

    private static final Comparator<SeriesKey> BY_PROGRAM_AND_ORIGIN = Comparator.comparing(
                    (SeriesKey key) -> key.program.value())
            .thenComparing(key -> key.origin == null ? "" : key.origin.value());

    /** A programme, whoever gives. */
    public static SeriesKey of(ProgramId program) {
        return new SeriesKey(program, null);
    }

    /** Whether it is a route, not a programme. */
    public boolean isRoute() {
        return origin != null;
    }

    @Override
    public int compareTo(SeriesKey other) {
        return BY_PROGRAM_AND_ORIGIN.compare(this, other);
    }

    /** The programme, or {@code origin>programme}. */
    @Override
    public String toString() {
        return origin == null ? program.value() : origin.value() + ">" + program.value();
    }
}
