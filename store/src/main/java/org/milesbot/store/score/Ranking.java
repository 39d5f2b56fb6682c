package org.milesbot.store.score;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign stands among those announced before it.
 *
 * @param year among those of the 12 months before it
 * @param ever among all of them
 * @param lastAsGood the day, in America/Sao_Paulo, on which the last that gave as much or more was announced, or null if
 *     none ever did
 * @param lessSince how many have been announced since then, all of which gave less
 */
public record Ranking(Rank year, Rank ever, @Nullable LocalDate lastAsGood, int lessSince) {

    /** Whether enough campaigns are known to speak of a record, or of the best since a day. */
    public boolean isTelling() {
        return ever.isTelling();
    }

    /** Whether none ever gave as much. */
    public boolean isRecord() {
        return isTelling() && lastAsGood == null;
    }

    /** Whether none ever gave more, but one as much. */
    public boolean equalsRecord() {
        return isTelling() && lastAsGood != null && ever.place() == 1;
    }

    /** Whether it gives more than several in a row before it, so that "the best since" is worth saying. */
    public boolean standsOut() {
        return isTelling() && lastAsGood != null && lessSince >= Rank.LEAST_OTHERS;
    }
}
