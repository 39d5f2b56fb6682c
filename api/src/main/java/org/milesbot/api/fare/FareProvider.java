package org.milesbot.api.fare;

import java.time.LocalDate;
import java.util.List;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.Page;

/**
 * Somebody who says what seats cost in miles. It only says what to ask and reads the answers; the host asks, waits, tries
 * again, keeps the answers, and can put recordings in their place. All methods are safe for use by several threads and
 * without side effects.
 */
public interface FareProvider {

    /** Its name, unique over all plug-ins, of the form {@code [a-z][a-z0-9_]*}. */
    String id();

    /** How often it may be asked; by default never. */
    default FareRate rate() {
        return FareRate.NEVER;
    }

    /** What to ask first for a query; by default nothing, for a provider that reads only what people hand over. */
    default List<FetchRequest> requests(FareQuery query) {
        return List.of();
    }

    /**
     * What to ask to learn which routes it knows at all; by default nothing, and then it is asked for any. Once the host has
     * read the answers, which it wants anew every week, it asks for no other routes.
     */
    default List<FetchRequest> coverage() {
        return List.of();
    }

    /**
     * What to ask, once a day, for all that it knows of some days, whatever the route; by default nothing. People's own
     * questions come first.
     *
     * @param from the first day of departure
     * @param to the last day of departure
     */
    default List<FetchRequest> sweep(LocalDate from, LocalDate to) {
        return List.of();
    }

    /** Whether an answer, or a page that somebody saved, is of the form that {@link #read} reads. */
    boolean recognizes(Page page);

    /**
     * Reads an answer, or a page that somebody saved. Entries without a seat (none left, a waiting list) are left out.
     *
     * @throws org.milesbot.api.MilesbotException of kind DATA if it is not of the expected form
     */
    FareReading read(Page page);
}
