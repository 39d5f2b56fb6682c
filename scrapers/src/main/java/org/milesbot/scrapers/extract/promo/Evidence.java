package org.milesbot.scrapers.extract.promo;

import java.util.Map;
import java.util.TreeMap;

/** The words that each field of a promo was read from. */
final class Evidence {

    private static final int LONGEST = 300;

    private final Scene scene;
    private final Map<String, String> words = new TreeMap<>();

    /** Evidence of one promo; those of an announcement are made one after the other. */
    Evidence(Scene scene) {
        this.scene = scene;
        scene.trace().promo();
    }

    void add(String field, int from, int to) {
        String all = scene.mentions().words(from, to);
        scene.trace().field(field, from, to);
        words.put(field, all.length() <= LONGEST ? all : all.substring(0, LONGEST));
    }

    /** The rule that reads the field added next. */
    void by(Rule rule) {
        scene.trace().by(rule);
    }

    Map<String, String> words() {
        return words;
    }
}
