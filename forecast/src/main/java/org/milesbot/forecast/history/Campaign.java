package org.milesbot.forecast.history;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;

/**
 * A transfer bonus as a history tells it. Days are days in America/Sao_Paulo.
 *
 * @param program the taker of the points
 * @param origins the givers; {@code *} among them stands for every partner bank; empty if not told
 * @param bonus the highest percentage, or null if not told
 * @param base the percentage that anyone gets, or null if not told
 * @param start the first day, or null if not told
 * @param end the last day, or null if not told; one of the two days is told
 * @param confidence how well the days are known
 */
public record Campaign(
        ProgramId program,
        SortedSet<OriginId> origins,
        @Nullable Percent bonus,
        @Nullable Percent base,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        Confidence confidence) {

    /**
     * Copies the origins.
     *
     * @throws IllegalArgumentException if neither day is told, or it ends before it starts
     */
    public Campaign {
        Objects.requireNonNull(program, "program is null");
        Objects.requireNonNull(confidence, "confidence is null");
        origins = Collections.unmodifiableSortedSet(new TreeSet<>(origins));
        if (start == null && end == null) {
            throw new IllegalArgumentException("a campaign of " + program + " has neither a first day nor a last one");
        }
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("the campaign ends on " + end + ", before it starts on " + start);
        }
    }
}
