package org.milesbot.store.event;

import java.util.List;

/**
 * Makes new campaigns known to whoever listens, so that they need not ask again and again. What is lost on the way is not
 * lost: the events are kept, and read by cursor.
 */
public interface Announcer {

    /** The name of the channel, on Redis and in PostgreSQL. */
    String CHANNEL = "promo_created";

    /** Publishes one message for each event. Never fails: who listens is not the business of who tells. */
    void announce(List<PromoEvent> created);

    /**
     * The message: the number of the event and the id of the promo, as JSON.
     *
     * @param schema the schema of the database that both are in
     */
    static String message(String schema, PromoEvent event) {
        return "{\"schema\":\"%s\",\"event\":%d,\"promo\":\"%s\"}".formatted(schema, event.id(), event.promoId());
    }
}
