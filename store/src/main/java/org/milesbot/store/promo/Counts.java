package org.milesbot.store.promo;

/**
 * How much is kept.
 *
 * @param captures raw answers of sources
 * @param sightings promos as sources reported them
 * @param promos promos
 */
public record Counts(long captures, long sightings, long promos) {}
