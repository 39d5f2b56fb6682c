package org.milesbot.store.capture;

import java.util.List;
import org.milesbot.store.promo.StoredPromo;

/**
 * What became of an answer.
 *
 * @param captureId the capture's id
 * @param isNew whether this body had not been kept before
 * @param promos what became of each sighting, in the order they were handed over
 */
public record Stored(long captureId, boolean isNew, List<StoredPromo> promos) {

    /** Copies the list. */
    public Stored {
        promos = List.copyOf(promos);
    }
}
