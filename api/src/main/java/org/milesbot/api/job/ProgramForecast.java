package org.milesbot.api.job;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;

/**
 * When the next transfer bonus of a programme begins, and how high it is.
 *
 * @param program the programme that points are sent to
 * @param asOf all that was known at the end of this day went into it; the days count from the next on
 * @param within7Days how likely it begins within 7 days; never 0 % or 100 %
 * @param within30Days the same within 30
 * @param typicalBonus the percentage that half of such campaigns do not pass, or null if none was ever told
 */
public record ProgramForecast(
        ProgramId program,
        LocalDate asOf,
        Percent within7Days,
        Percent within30Days,
        @Nullable Percent typicalBonus) {

    /** Refuses nulls. */
    public ProgramForecast {
        Objects.requireNonNull(program, "program is null");
        Objects.requireNonNull(asOf, "asOf is null");
        Objects.requireNonNull(within7Days, "within7Days is null");
        Objects.requireNonNull(within30Days, "within30Days is null");
    }
}
