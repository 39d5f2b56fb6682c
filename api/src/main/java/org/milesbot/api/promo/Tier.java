package org.milesbot.api.promo;

/**
 * Who gets which percentage.
 *
 * @param audience the class of people
 * @param label their name in the announcement's own words, such as {@code Clube Smiles}
 * @param percent what they get
 */
public record Tier(Audience audience, String label, Percent percent) {}
