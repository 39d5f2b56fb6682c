package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.event.PromoEvent;

/**
 * What settling did.
 *
 * @param sightings how many sightings were looked at
 * @param promos how many campaigns they are of
 * @param changed how many promos are not as they were before
 * @param merged how many promos that people had been told of turned out to be another
 * @param events what happened, in order
 */
public record Settled(long sightings, long promos, long changed, long merged, List<PromoEvent> events) {

    /** Nothing was looked at. */
    public static final Settled NOTHING = new Settled(0, 0, 0, 0, List.of());

    /** Copies the events. */
    public Settled {
        events = List.copyOf(events);
    }

    /** Both together. */
    public Settled and(Settled other) {
        List<PromoEvent> both = new ArrayList<>(events);
        both.addAll(other.events);
        return new Settled(
                sightings + other.sightings,
                promos + other.promos,
                changed + other.changed,
                merged + other.merged,
                both);
    }

    /** The new campaigns that people are to be told of. */
    public List<PromoEvent> created() {
        return events.stream()
                .filter(event -> event.kind() == EventKind.CREATED && !event.isQuiet())
                .toList();
    }
}
