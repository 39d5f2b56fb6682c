package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Announcement;

/** Reads small texts for tests. */
final class Read {

    private static final String PUBLISHED = "2026-02-10T09:00:00-03:00";

    private Read() {}

    /** The only promo of a text that was published on 10 February 2026, which must be of the kind. */
    static Promo only(PromoKind kind, String title, @Nullable String body) {
        Announcement announcement = new Announcement(
                "1",
                title,
                "<p>" + Objects.toString(body, "") + "</p>",
                null,
                OffsetDateTime.parse(PUBLISHED).toInstant());
        List<Promo> promos = new PromoExtractor().extract(announcement);
        assertThat(promos).as(title).extracting(Promo::kind).containsExactly(kind);
        return promos.get(0);
    }

    /** The field as text, or null; its evidence must be there if and only if the field is. */
    static @Nullable String proven(Promo promo, String field, @Nullable Object value) {
        assertThat(promo.evidence().containsKey(field))
                .as("evidence of " + field)
                .isEqualTo(value != null);
        return value == null ? null : value.toString();
    }
}
