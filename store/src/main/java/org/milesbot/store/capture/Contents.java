package org.milesbot.store.capture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.source.SourceItem;

/**
 * What was read from an answer.
 *
 * @param items the items on it
 * @param sightings the promos in them
 * @param seenAt when it was read, by our own clock
 * @param quietBefore what was published before this is history, of which nobody is to be told; null if nothing is
 */
public record Contents(
        List<SourceItem> items,
        List<Sighted> sightings,
        Instant seenAt,
        @Nullable Instant quietBefore) {

    /** Copies the lists. */
    public Contents {
        items = List.copyOf(items);
        sightings = List.copyOf(sightings);
    }

    /** Nothing could be read. */
    public static Contents none(Instant seenAt) {
        return new Contents(List.of(), List.of(), seenAt, null);
    }
}
