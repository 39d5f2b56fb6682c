package org.milesbot.api.source;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Promo;

/**
 * One promo as one source reported it.
 *
 * @param promo what is offered
 * @param source who said so
 * @param provenance how near the source is to the programme
 * @param title the announcement's heading
 * @param url where people read it
 * @param publishedAt when it was published
 */
public record Sighting(
        Promo promo, SourceId source, Provenance provenance, String title, URI url, Instant publishedAt) {

    /** Refuses nulls. */
    public Sighting {
        Objects.requireNonNull(promo, "promo is null");
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(provenance, "provenance is null");
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(url, "url is null");
        Objects.requireNonNull(publishedAt, "publishedAt is null");
    }

    /** Whether the promo's end lies so far from the publication that it was probably misread. */
    public boolean isDateSuspect() {
        return promo.window().isSuspect(publishedAt.atZone(Zones.SAO_PAULO).toLocalDate());
    }
}
