package org.milesbot.store.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param text what was typed; all its words must occur in what a campaign says, the last as the beginning of one; only
 *     the first 200 characters count
 * @param readings what the text means, if it names fields: campaigns that have them are found too, and come first
 * @param only what was chosen beside it
 * @param after where the page before this one ended, or null for the first
 * @param limit how many results at most
 */
public record SearchQuery(
        String text,
        List<Reading> readings,
        SearchFilter only,
        @Nullable SearchKey after,
        int limit) {

    /** The most results of a page. */
    public static final int MOST = 100;

    private static final int MOST_READINGS = 4;

    /**
     * Copies the readings and shortens the text.
     *
     * @throws IllegalArgumentException if the limit is not from 1 to {@value #MOST}, or there are too many readings
     */
    public SearchQuery {
        text = Reading.cut(text);
        readings = List.copyOf(readings);
        if (limit < 1 || limit > MOST || readings.size() > MOST_READINGS) {
            throw new IllegalArgumentException(
                    "a search for %d results with %d readings".formatted(limit, readings.size()));
        }
    }
}
