package org.milesbot.scrapers.extract.lexicon;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.scrapers.extract.text.Resources;

/** Programmes and banks by the names that people call them, for whoever reads a name outside an announcement. */
public final class Programmes {

    private Programmes() {}

    /**
     * One of them.
     *
     * @param slug its slug
     * @param type what it is
     * @param names in small letters without accents; without those that mean it in capitals only
     */
    public record Programme(String slug, ProgrammeClass type, List<String> names) {

        /** Copies the names. */
        public Programme {
            names = List.copyOf(names);
        }
    }

    /** Those of the word lists, together with the airlines that stand for them. */
    public static List<Programme> shipped() {
        Map<String, String> airlines = Resources.lines("airlines.txt").stream()
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1]));
        return Resources.lines("programmes.txt").stream()
                .map(line -> line.split("\\|", -1))
                .filter(parts -> !parts[0].strip().equals("-"))
                .map(parts -> programme(parts, airlines.getOrDefault(parts[0].strip(), "")))
                .toList();
    }

    /** The slugs of banks, cards and shops, which a campaign for every bank is for. */
    public static Set<String> banks() {
        return shipped().stream()
                .filter(programme -> programme.type() == ProgrammeClass.BANK)
                .map(Programme::slug)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Programme programme(String[] parts, String airlines) {
        List<String> names = Stream.of((parts[2] + "," + airlines).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.charAt(0) != '^' && name.charAt(0) != '!')
                .toList();
        return new Programme(
                parts[0].strip(), ProgrammeClass.valueOf(parts[1].strip().toUpperCase(Locale.ROOT)), names);
    }
}
