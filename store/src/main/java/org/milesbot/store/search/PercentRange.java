package org.milesbot.store.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;

/**
 * Percentages from one to below another.
 *
 * @param from the least, or null if there is none
 * @param below the first that is too much, or null if there is none
 */
public record PercentRange(@Nullable Percent from, @Nullable Percent below) {

    /** Whatever the percentage is, and also without one. */
    public static final PercentRange ANY = new PercentRange(null, null);

    /** The bands in which percentages are counted. */
    public static final List<PercentRange> BANDS = List.of(
            new PercentRange(Percent.of(0), Percent.of(50)),
            new PercentRange(Percent.of(50), Percent.of(80)),
            new PercentRange(Percent.of(80), Percent.of(100)),
            new PercentRange(Percent.of(100), Percent.of(120)),
            new PercentRange(Percent.of(120), null));

    /** Whether a percentage lies in it. */
    boolean contains(Percent percent) {
        return (from == null || percent.compareTo(from) >= 0) && (below == null || percent.compareTo(below) < 0);
    }
}
