package org.milesbot.api.job;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.milesbot.api.promo.Promo;

/**
 * The one campaign behind all sightings of it.
 *
 * @param id its name in the database, which stays the same
 * @param promo what it amounts to
 * @param title the heading of the announcement nearest to the programme, as it came from outside
 * @param url where people read that
 * @param publishedAt when that was published
 */
public record SettledCampaign(UUID id, Promo promo, String title, URI url, Instant publishedAt) {

    /** Refuses nulls. */
    public SettledCampaign {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(promo, "promo is null");
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(url, "url is null");
        Objects.requireNonNull(publishedAt, "publishedAt is null");
    }
}
