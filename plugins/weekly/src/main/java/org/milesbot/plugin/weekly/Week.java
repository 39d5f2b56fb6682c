package org.milesbot.plugin.weekly;

import java.time.LocalDate;
import java.util.List;

/**
 * What the digest of one person tells.
 *
 * @param first the first of the seven days
 * @param last the day of the digest
 * @param missed the campaigns that they were not told of: those that are open first, the highest first
 * @param outlooks what is forecast, the likeliest first
 */
record Week(LocalDate first, LocalDate last, List<Campaign> missed, List<Outlook> outlooks) {

    Week {
        missed = List.copyOf(missed);
        outlooks = List.copyOf(outlooks);
    }

    boolean isEmpty() {
        return missed.isEmpty() && outlooks.isEmpty();
    }
}
