package org.milesbot.store.promo;

import java.util.UUID;
import org.milesbot.api.source.Sighting;

/**
 * What became of a sighting.
 *
 * @param id the promo's id
 * @param sighting the sighting, with the instant of publication that is kept
 * @param isNew whether the promo was not there before
 */
public record StoredPromo(UUID id, Sighting sighting, boolean isNew) {}
