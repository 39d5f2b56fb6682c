package org.milesbot.scrapers.extract.promo;

import java.util.Map;
import java.util.TreeMap;
import org.milesbot.scrapers.extract.mention.Mentions;

/** The words that each field of a promo was read from. */
final class Evidence {

    private static final int LONGEST = 300;

    private final Mentions mentions;
    private final Map<String, String> words = new TreeMap<>();

    Evidence(Mentions mentions) {
        this.mentions = mentions;
    }

    void add(String field, int from, int to) {
        String all = mentions.words(from, to);
        words.put(field, all.length() <= LONGEST ? all : all.substring(0, LONGEST));
    }

    Map<String, String> words() {
        return words;
    }
}
