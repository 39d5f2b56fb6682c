package org.milesbot.cli.config;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.milesbot.api.Nearest;

/** The slugs of programmes and banks that milesbot knows. There may be others; one that is almost known is a slip. */
public final class KnownNames {

    /** Below this any two names are near each other. */
    private static final int SHORT = 3;

    private static final int MIDDLING = 7;

    private final Map<String, List<String>> wordsOf = new TreeMap<>();

    public KnownNames(Collection<String> slugs) {
        slugs.forEach(slug -> wordsOf.put(slug, words(slug)));
    }

    /** Whether a slug is one of them. */
    public boolean has(String slug) {
        return wordsOf.containsKey(slug);
    }

    /** The known name that was probably meant: a slip of the pen away, or with words left out or added. */
    public Optional<String> meantBy(String written) {
        String slug = slugOf(written);
        if (has(slug)) {
            return Optional.of(slug);
        }
        int edits = slug.length() <= SHORT ? 0 : slug.length() <= MIDDLING ? 1 : 2;
        return Nearest.within(edits, slug, wordsOf.keySet()).or(() -> sharingWords(slug));
    }

    private static String slugOf(String written) {
        String plain = Normalizer.normalize(written.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.replaceAll("[^a-z0-9]+", "_");
    }

    private Optional<String> sharingWords(String slug) {
        List<String> words = words(slug);
        return wordsOf.entrySet().stream()
                .filter(known -> known.getKey().length() > SHORT)
                .filter(known -> known.getValue().containsAll(words) || words.containsAll(known.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<String> words(String slug) {
        return List.of(slug.split("_", -1));
    }
}
