package org.milesbot.store.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.store.db.StorableText;

/**
 * One way to understand what was typed: which of it names a field, and what is left. What is null or empty was not named.
 *
 * @param programs of one of these programmes
 * @param origins that take points from one of these; those that take them from every partner bank do
 * @param kinds of one of these kinds
 * @param year published in this year
 * @param percent with exactly this as the highest percentage
 * @param rest the other words, which must occur
 */
public record Reading(
        Set<ProgramId> programs,
        Set<OriginId> origins,
        Set<PromoKind> kinds,
        @Nullable Integer year,
        @Nullable Percent percent,
        String rest) {

    /** Copies the sets and shortens the rest. */
    public Reading {
        programs = Set.copyOf(programs);
        origins = Set.copyOf(origins);
        kinds = Set.copyOf(kinds);
        rest = cut(rest);
    }

    private static final int LONGEST = 200;

    /** As much of a text as is searched for. */
    static String cut(String text) {
        String clean = StorableText.clean(text.substring(0, Math.min(text.length(), LONGEST)));
        return clean.strip();
    }
}
