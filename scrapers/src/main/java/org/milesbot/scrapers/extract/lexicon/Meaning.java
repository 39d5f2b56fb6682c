package org.milesbot.scrapers.extract.lexicon;

/**
 * What a phrase of the word lists means.
 *
 * @param sense the sort of meaning
 * @param value which one of its sort, such as a programme's slug; empty where the sort says all
 * @param writing how it must be written
 */
public record Meaning(Sense sense, String value, Writing writing) {

    Meaning(Sense sense, String value) {
        this(sense, value, Writing.ANY);
    }
}
