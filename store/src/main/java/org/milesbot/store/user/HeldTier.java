package org.milesbot.store.user;

import java.util.Objects;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.ProgramId;

/**
 * A club, card, status or the like that somebody holds.
 *
 * @param program whose it is
 * @param audience what it makes of its holder
 */
public record HeldTier(ProgramId program, Audience audience) {

    /** Refuses nulls. */
    public HeldTier {
        Objects.requireNonNull(program, "program is null");
        Objects.requireNonNull(audience, "audience is null");
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if it is not of the form {@code programme:audience}
     */
    public static HeldTier of(String words) {
        int colon = words.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a tier has the form programme:audience, not \"" + words + '"');
        }
        return new HeldTier(new ProgramId(words.substring(0, colon)), new Audience(words.substring(colon + 1)));
    }

    /** Both slugs, such as {@code smiles:club}. */
    @Override
    public String toString() {
        return program + ":" + audience;
    }
}
