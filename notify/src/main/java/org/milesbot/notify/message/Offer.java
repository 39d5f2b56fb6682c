package org.milesbot.notify.message;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Promo;

/**
 * A promo as it is told of.
 *
 * @param promoId its id
 * @param promo what it offers
 * @param title the announcement's title, as it came from outside
 * @param url where it was announced; a page that is not of the web is not linked
 * @param publishedAt when it was announced
 * @param score how much attention it deserves, from 0 to 100, or null if nobody worked it out
 * @param goodness how it compares, or null if it is not compared
 */
public record Offer(
        UUID promoId,
        Promo promo,
        String title,
        URI url,
        Instant publishedAt,
        @Nullable Double score,
        @Nullable Goodness goodness) {

    /** Refuses nulls. */
    public Offer {
        Objects.requireNonNull(promoId, "promoId is null");
        Objects.requireNonNull(promo, "promo is null");
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(url, "url is null");
        Objects.requireNonNull(publishedAt, "publishedAt is null");
    }
}
