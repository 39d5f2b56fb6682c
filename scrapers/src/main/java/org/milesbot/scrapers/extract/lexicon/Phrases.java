package org.milesbot.scrapers.extract.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Spells out what an entry of the word lists stands for: "no|na ar" is "no ar" and "na ar", and
 * "acabar|fechar:present+past" each of these verbs in each of these tenses.
 */
final class Phrases {

    private Phrases() {}

    static List<String> of(String entry) {
        List<String> phrases = List.of("");
        for (String word : entry.split(" ", -1)) {
            List<String> longer = new ArrayList<>();
            for (String phrase : phrases) {
                forms(word).forEach(form -> longer.add(phrase.isEmpty() ? form : phrase + " " + form));
            }
            phrases = longer;
        }
        return phrases;
    }

    private static List<String> forms(String word) {
        int colon = word.indexOf(':');
        List<String> words =
                List.of(word.substring(0, colon < 0 ? word.length() : colon).split("\\|", -1));
        if (colon < 0) {
            return words;
        }
        List<String> forms = new ArrayList<>();
        for (String tense : word.substring(colon + 1).split("\\+", -1)) {
            Verb.Tense one = Verb.Tense.valueOf(tense.toUpperCase(Locale.ROOT));
            words.forEach(verb -> forms.addAll(new Verb(verb).forms(one)));
        }
        return forms;
    }
}
