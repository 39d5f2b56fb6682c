package org.milesbot.api.job;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Provenance;

/**
 * The one campaign behind all sightings of it.
 *
 * @param id its name in the database, which stays the same
 * @param promo what it amounts to
 * @param title the heading of the announcement nearest to the programme, as it came from outside
 * @param url where people read that
 * @param publishedAt when that was published
 * @param provenance how near to the programme that is
 * @param announcedAt when the first announcement of it was published, by whomever
 */
public record SettledCampaign(
        UUID id, Promo promo, String title, URI url, Instant publishedAt, Provenance provenance, Instant announcedAt) {

    /** Refuses nulls. */
    public SettledCampaign {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(promo, "promo is null");
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(url, "url is null");
        Objects.requireNonNull(publishedAt, "publishedAt is null");
        Objects.requireNonNull(provenance, "provenance is null");
        Objects.requireNonNull(announcedAt, "announcedAt is null");
    }

    /** One that a single blog has told. */
    public SettledCampaign(UUID id, Promo promo, String title, URI url, Instant publishedAt) {
        this(id, promo, title, url, publishedAt, Provenance.BLOG, publishedAt);
    }
}
