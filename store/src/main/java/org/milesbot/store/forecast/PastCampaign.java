package org.milesbot.store.forecast;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;

/**
 * A transfer bonus once, behind all its sightings. Days are days in America/Sao_Paulo.
 *
 * @param program the taker of the points
 * @param origins the givers; {@code *} among them stands for every partner bank; empty if not told
 * @param bonus the percentages
 * @param start the first day, or null if not told
 * @param end the last day, or null if not told or probably misread
 * @param announcedOn the day on which it was first published or seen
 * @param url where its heading was read
 */
public record PastCampaign(
        ProgramId program,
        SortedSet<OriginId> origins,
        Bonus bonus,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        LocalDate announcedOn,
        String url) {

    /** Copies the origins. */
    public PastCampaign {
        origins = Collections.unmodifiableSortedSet(new TreeSet<>(origins));
    }
}
