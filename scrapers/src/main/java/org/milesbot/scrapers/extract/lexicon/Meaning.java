package org.milesbot.scrapers.extract.lexicon;

/**
 * What a phrase of the word lists means.
 *
 * @param sense the sort of meaning
 * @param value which one of its sort, such as a programme's slug; empty where the sort says all
 */
public record Meaning(Sense sense, String value) {}
