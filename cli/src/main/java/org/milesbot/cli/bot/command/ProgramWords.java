package org.milesbot.cli.bot.command;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.cli.output.ProgramNames;

/**
 * Finds programmes and banks in what people write: by slug, by name or by a word that only one of them has in its name;
 * accents, large letters and spaces do not matter.
 */
final class ProgramWords {

    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_PART = 4;
    private static final String NOT_IN_NAMES = "[^a-z0-9]+";

    /** Words of many names, and of many sentences. */
    private static final Set<String> NO_NAMES = Set.of("banco", "pass", "club", "clube", "more", "miles", "points");

    private final Map<String, String> slugs = new HashMap<>();

    ProgramWords(ProgramNames names) {
        Map<String, String> parts = new HashMap<>();
        for (String slug : names.slugs()) {
            for (String part : spaced(names.of(slug)).split(" ", -1)) {
                if (part.length() >= SHORTEST_PART && !NO_NAMES.contains(part)) {
                    parts.merge(part, slug, (one, other) -> "");
                }
            }
        }
        parts.values().removeIf(String::isEmpty);
        slugs.putAll(parts);
        for (String slug : names.slugs()) {
            add(spaced(names.of(slug)), slug);
        }
        for (String slug : names.slugs()) {
            add(spaced(slug), slug);
        }
    }

    private void add(String name, String slug) {
        slugs.put(name, slug);
        slugs.put(name.replace(" ", ""), slug);
    }

    /** In small letters without accents. */
    static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String spaced(String words) {
        return folded(words).replaceAll(NOT_IN_NAMES, " ").strip();
    }

    /**
     * Words that were read.
     *
     * @param slug the programme or bank that they name, or null
     * @param words the words as they were written, in small letters without accents
     */
    record Named(@Nullable String slug, String words) {}

    /** All words in order, those of one name together. */
    List<Named> read(String text) {
        List<String> words = Arrays.stream(
                        folded(text).replaceAll("(->|=>|[>→])", " > ").split("[\\s;/]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Named> read = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int many = Math.min(LONGEST_NAME, words.size() - at);
            while (many > 1 && slug(words.subList(at, at + many)) == null) {
                many--;
            }
            List<String> these = words.subList(at, at + many);
            read.add(new Named(slug(these), String.join(" ", these)));
            at += many;
        }
        return read;
    }

    private @Nullable String slug(List<String> words) {
        return slugs.get(spaced(String.join(" ", words)));
    }

    /**
     * Nothing but names, each once and in order.
     *
     * @param command the command whose sentence says what a right one looks like
     * @throws MilesbotException of kind USAGE if there is something else
     */
    Set<String> names(String text, String command) {
        Set<String> names = new LinkedHashSet<>();
        for (Named word : read(text)) {
            if (word.slug() == null) {
                throw unknown(word.words(), command);
            }
            names.add(word.slug());
        }
        return names;
    }

    /** Refuses a word, and says which name was probably meant. */
    MilesbotException unknown(String word, String command) {
        String clipped = Workshop.clipped(word);
        return near(word)
                .map(near -> Workshop.wrong(command + ".wrong.near", clipped, near))
                .orElseGet(() -> Workshop.wrong(command + ".wrong", clipped));
    }

    private Optional<String> near(String word) {
        return word.length() < SHORTEST_PART ? Optional.empty() : Nearest.to(word, slugs.keySet());
    }
}
