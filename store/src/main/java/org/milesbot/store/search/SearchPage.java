package org.milesbot.store.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.promo.PromoRow;

/**
 * A page of results.
 *
 * @param rows the results, those whose fields were named first, then the newest
 * @param next where the next page goes on, or null if this is the last
 * @param total how many results there are on all pages
 * @param facets what the results are
 */
public record SearchPage(List<PromoRow> rows, @Nullable SearchKey next, long total, Facets facets) {

    /** Copies the rows. */
    public SearchPage {
        rows = List.copyOf(rows);
    }
}
