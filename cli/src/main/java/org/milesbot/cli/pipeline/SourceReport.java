package org.milesbot.cli.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.store.promo.StoredPromo;

/**
 * What the visit to one source brought.
 *
 * @param plugin the plug-in it belongs to
 * @param source the source's name; the plug-in's where the plug-in scrapes by itself
 * @param outcome how it ended; with several pages, the worst of them
 * @param tally how much was gone through
 * @param found the promos of these announcements
 * @param problem what went wrong, or null
 */
public record SourceReport(
        String plugin,
        String source,
        Outcome outcome,
        Tally tally,
        List<StoredPromo> found,
        @Nullable Text problem) {

    /** Copies the list. */
    public SourceReport {
        found = List.copyOf(found);
    }

    /** How many of the promos were not known before. */
    public long newPromos() {
        return found.stream()
                .filter(StoredPromo::isNew)
                .map(StoredPromo::id)
                .distinct()
                .count();
    }
}
