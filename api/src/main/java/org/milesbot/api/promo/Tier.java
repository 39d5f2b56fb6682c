package org.milesbot.api.promo;

import java.util.Objects;

/**
 * Who gets which percentage.
 *
 * @param audience the class of people
 * @param label their name in the announcement's own words, such as {@code Clube Smiles}
 * @param percent what they get
 */
public record Tier(Audience audience, String label, Percent percent) {

    /** Refuses nulls. */
    public Tier {
        Objects.requireNonNull(audience, "audience is null");
        Objects.requireNonNull(label, "label is null");
        Objects.requireNonNull(percent, "percent is null");
    }
}
