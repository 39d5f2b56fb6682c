package org.milesbot.store.promo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a promo stands in a list, so that the list can be gone on with after it, whatever came or went meanwhile.
 *
 * @param score it had when the list was made; -1 if it had none
 * @param publishedAt when it was published
 * @param id its id
 */
public record PromoPlace(double score, Instant publishedAt, UUID id) {

    /** The highest score first, of these the last published. */
    static final Comparator<PromoPlace> BEST_FIRST = Comparator.comparing(PromoPlace::score)
            .thenComparing(PromoPlace::publishedAt)
            .reversed()
            .thenComparing(one -> one.id().toString());

    /** Refuses nulls. */
    public PromoPlace {
        Objects.requireNonNull(publishedAt, "publishedAt is null");
        Objects.requireNonNull(id, "id is null");
    }

    /** The place of a promo as it was listed. */
    public static PromoPlace of(PromoRow row) {
        return new PromoPlace(row.score() == null ? -1 : row.score().value(), row.publishedAt(), row.id());
    }
}
