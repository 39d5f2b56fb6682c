package org.milesbot.store.dedupe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.promo.Fingerprint;

/**
 * One sighting, as far as it tells campaigns apart.
 *
 * @param number its number
 * @param fingerprint that of its promo
 * @param source who says so
 * @param provenance how near the source is to the programme
 * @param publishedAt when it was published
 * @param firstSeen when it was first found
 * @param lastSeen when it was last found
 * @param goneAt when it was first found missing on its own page, or null
 * @param claim what it says
 * @param hasSuspectEnd whether it tells an end that was probably misread
 * @param proven the parts of which it has the words
 */
record Witness(
        long number,
        Fingerprint fingerprint,
        String source,
        Provenance provenance,
        Instant publishedAt,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant goneAt,
        Claim claim,
        boolean hasSuspectEnd,
        Set<Part> proven) {

    /** Oldest first, and always in the same order. */
    static final Comparator<Witness> BY_TIME = Comparator.comparing(Witness::publishedAt)
            .thenComparing(Witness::source)
            .thenComparing(Witness::fingerprint)
            .thenComparing(Witness::number);

    static Witness of(long number, Sighting sighting) {
        Promo promo = sighting.promo();
        return new Witness(
                number,
                Fingerprint.of(promo, sighting.publishedAt()),
                sighting.source().value(),
                sighting.provenance(),
                sighting.publishedAt(),
                sighting.publishedAt(),
                sighting.publishedAt(),
                null,
                Claim.of(promo, sighting.title(), sighting.publishedAt()),
                sighting.isDateSuspect(),
                Part.provenBy(promo.evidence().keySet()));
    }

    LocalDate day() {
        return publishedAt.atZone(Zones.SAO_PAULO).toLocalDate();
    }
}
