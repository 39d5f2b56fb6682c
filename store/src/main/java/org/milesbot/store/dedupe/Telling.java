package org.milesbot.store.dedupe;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Provenance;
import org.milesbot.store.promo.PromoState;
import org.milesbot.store.score.Scores;

/** A campaign as it is to be written. */
record Telling(UUID id, Campaign campaign, Account account, PromoState state) {

    /** The number of the sighting that a part is taken from, or null. */
    @Nullable
    Long number(Part part) {
        Witness witness = account.told().get(part);
        return witness == null ? null : witness.number();
    }

    /** Who stands behind it, for its score. */
    Scores.Reported reported() {
        Set<String> sources = new TreeSet<>();
        Provenance best = Provenance.RUMOUR;
        for (Told told : campaign.told()) {
            for (Witness witness : told.witnesses()) {
                sources.add(witness.source());
                best = witness.provenance().compareTo(best) < 0 ? witness.provenance() : best;
            }
        }
        Instant seen = account.firstSeen();
        return new Scores.Reported(
                id, seen.isBefore(account.firstAt()) ? seen : account.firstAt(), List.copyOf(sources), best);
    }
}
