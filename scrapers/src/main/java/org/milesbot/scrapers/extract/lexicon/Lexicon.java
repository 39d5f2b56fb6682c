package org.milesbot.scrapers.extract.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.milesbot.api.promo.Place;
import org.milesbot.scrapers.extract.text.Resources;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.Vocabulary;

/** All word lists, read once. */
public final class Lexicon {

    private final PhraseTrie phrases = new PhraseTrie();
    private final Map<String, ProgrammeClass> classes = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    private Lexicon() {
        readCues();
        readProgrammes();
        readPlaces();
        readShops();
        readAirlines();
        phrases.settle();
    }

    /** The lists that ship with the extractor; read at the first call. */
    public static Lexicon shipped() {
        return Shipped.LEXICON;
    }

    /** The words that texts are cut into so that phrases are found in them. */
    public Vocabulary vocabulary() {
        return phrases.vocabulary();
    }

    /** The class of a programme of the lists. */
    public ProgrammeClass classOf(String slug) {
        ProgrammeClass found = classes.get(slug);
        if (found == null) {
            throw new IllegalArgumentException("no programme of the word lists is called " + slug);
        }
        return found;
    }

    /** The airport or city of a phrase of the sorts {@link Sense#PLACE} and {@link Sense#AIRPORT_CODE}. */
    public Place place(Hit hit) {
        Place found = places.get(hit.value());
        if (found == null) {
            throw new IllegalArgumentException("no place of the word lists is called " + hit.value());
        }
        return found;
    }

    /**
     * The phrases in a text, by where they start. A phrase inside a longer one of the lists is not reported, since it
     * does not mean there what it means alone; only phrases of one family do so to each other.
     *
     * @param clauseStarts the tokens that begin a clause: no phrase goes over one
     */
    public List<Hit> hits(List<Token> tokens, BitSet clauseStarts) {
        return withoutSwallowed(phrases.hits(tokens, clauseStarts));
    }

    private static List<Hit> withoutSwallowed(List<Hit> hits) {
        List<Hit> kept = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            if (!isSwallowed(hits, i)) {
                kept.add(hits.get(i));
            }
        }
        return kept;
    }

    /** Looks a few hits to either side only: phrases are short. */
    private static boolean isSwallowed(List<Hit> hits, int index) {
        Hit hit = hits.get(index);
        for (int i = index - 1; i >= 0 && hits.get(i).from() > hit.from() - LONGEST_PHRASE; i--) {
            if (hits.get(i).swallows(hit)) {
                return true;
            }
        }
        for (int i = index + 1; i < hits.size() && hits.get(i).from() == hit.from(); i++) {
            if (hits.get(i).swallows(hit)) {
                return true;
            }
        }
        return false;
    }

    private static final int LONGEST_PHRASE = 8;

    private void readCues() {
        Meaning meaning = null;
        for (String line : Resources.lines("cues.txt")) {
            if (line.startsWith("[")) {
                meaning = meaningOf(line.substring(1, line.length() - 1));
            } else if (meaning == null) {
                throw new IllegalArgumentException("cues.txt begins without a section");
            } else {
                addCues(line, meaning);
            }
        }
    }

    private void addCues(String line, Meaning meaning) {
        for (String entry : line.split(",", -1)) {
            Phrases.of(entry.strip()).forEach(phrase -> phrases.add(phrase, meaning));
        }
    }

    private static Meaning meaningOf(String header) {
        String[] parts = header.split(" ", 2);
        Sense sense = Sense.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Meaning(sense, parts.length == 1 ? "" : parts[1]);
    }

    private void readProgrammes() {
        for (String line : Resources.lines("programmes.txt")) {
            String[] parts = fields(line, 3);
            Sense sense = parts[0].equals("-") ? Sense.TRAP : Sense.PROGRAMME;
            if (sense == Sense.PROGRAMME) {
                classes.put(parts[0], ProgrammeClass.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            }
            addAliases(parts[2], new Meaning(sense, parts[0]));
        }
    }

    private void readPlaces() {
        for (String line : Resources.lines("places.txt")) {
            String[] parts = fields(line, 4);
            Place place = parts[0].equals("-") ? Place.city(parts[1]) : new Place(parts[0], parts[1]);
            places.put(place.toString(), place);
            addAliases(parts[3], new Meaning(Sense.PLACE, place.toString()));
            if (parts[2].equals("code")) {
                phrases.add(place.toString(), new Meaning(Sense.AIRPORT_CODE, place.toString(), Writing.CAPITALS));
            }
        }
    }

    private void readShops() {
        for (String line : Resources.lines("shops.txt")) {
            String[] parts = fields(line, 3);
            Sense sense = parts[1].equals("name") ? Sense.SHOP : Sense.SHOP_WORD;
            phrases.add(parts[0], new Meaning(sense, parts[0]));
            addAliases(parts[2], new Meaning(sense, parts[0]));
        }
    }

    private void readAirlines() {
        for (String line : Resources.lines("airlines.txt")) {
            String[] parts = fields(line, 2);
            addAliases(parts[1], new Meaning(Sense.AIRLINE, parts[0]));
        }
    }

    private void addAliases(String aliases, Meaning meaning) {
        for (String alias : aliases.split(",", -1)) {
            if (!alias.isBlank()) {
                addAlias(alias.strip(), meaning);
            }
        }
    }

    private void addAlias(String alias, Meaning meaning) {
        Writing writing = switch (alias.charAt(0)) {
            case '^' -> Writing.CAPITALIZED;
            case '!' -> Writing.CAPITALS;
            default -> Writing.ANY;
        };
        String phrase = writing == Writing.ANY ? alias : alias.substring(1);
        phrases.add(phrase, new Meaning(meaning.sense(), meaning.value(), writing));
    }

    private static String[] fields(String line, int count) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != count) {
            throw new IllegalArgumentException("a row of the word lists has not " + count + " fields: " + line);
        }
        for (int i = 0; i < count; i++) {
            parts[i] = parts[i].strip();
        }
        return parts;
    }

    private static final class Shipped {

        static final Lexicon LEXICON = new Lexicon();

        private Shipped() {}
    }
}
