package org.milesbot.store.dedupe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.PromoState;

/**
 * All there is to say of a campaign: who said what, and why that is one campaign.
 *
 * @param promo what it amounts to
 * @param state where it is in its life, or null if it was not settled yet
 * @param settledAt when that was found, or null
 * @param told which sighting each part was taken from, by the numbers of {@link Witnessed#number}
 * @param sightings its sightings, oldest first
 * @param events its life, in order
 * @param aliases the ids it was told of with before it turned out to be this one
 */
public record Dossier(
        PromoRow promo,
        @Nullable PromoState state,
        @Nullable Instant settledAt,
        Map<Part, Long> told,
        List<Witnessed> sightings,
        List<PromoEvent> events,
        List<UUID> aliases) {

    /** Copies the collections. */
    public Dossier {
        told = Map.copyOf(told);
        sightings = List.copyOf(sightings);
        events = List.copyOf(events);
        aliases = List.copyOf(aliases);
    }

    /**
     * A sighting, and why it is of this campaign.
     *
     * @param number its number
     * @param sighting what was said
     * @param reason why it is of this campaign; null for those that it began with
     */
    public record Witnessed(
            long number, Sighting sighting, @Nullable Grounds reason) {}

    /**
     * Why sightings are of one campaign.
     *
     * @param likeNumber the number of the first of the sightings that it is like, or 0 if they are gone
     * @param agreed what both have in common, as {@link Trait#slug()}
     * @param differed what they do not
     * @param margin by how many points they are more alike than they need to be
     */
    public record Grounds(long likeNumber, List<String> agreed, List<String> differed, int margin) {

        /** Copies the lists. */
        public Grounds {
            agreed = List.copyOf(agreed);
            differed = List.copyOf(differed);
        }
    }
}
