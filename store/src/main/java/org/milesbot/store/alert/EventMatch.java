package org.milesbot.store.alert;

import org.jspecify.annotations.Nullable;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.promo.PromoRow;

/**
 * What came of an event when it was matched with people.
 *
 * @param event the event
 * @param promo what it is about, or null if that is not there any more
 * @param skipped why nobody was looked for, or null if people were
 * @param alerts how many alerts were written
 */
public record EventMatch(
        PromoEvent event,
        @Nullable PromoRow promo,
        @Nullable Skipped skipped,
        long alerts) {}
