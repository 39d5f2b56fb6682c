package org.milesbot.cli.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Nearest;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Programmes;
import org.milesbot.scrapers.extract.text.Folding;

/** The names of programmes and banks as people type them, with what each is. */
final class TypedNames {

    /** The most words that a name has. */
    static final int LONGEST = 5;

    private static final int SHORTEST_MISTYPED = 5;

    private final Map<String, String> slugs = new HashMap<>();
    private final Map<String, ProgrammeClass> types = new HashMap<>();
    private final Set<String> single;

    TypedNames(ProgramNames names) {
        names.slugs().forEach(slug -> {
            add(slug, slug);
            add(names.of(slug), slug);
        });
        Programmes.shipped().forEach(programme -> {
            types.put(programme.slug(), programme.type());
            programme.names().forEach(name -> add(name, programme.slug()));
        });
        single = slugs.keySet().stream()
                .filter(name -> name.length() >= SHORTEST_MISTYPED && name.indexOf(' ') < 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void add(String name, String slug) {
        String plain = Folding.fold(name).replaceAll("[^a-z0-9]+", " ").strip();
        slugs.put(plain, slug);
        slugs.put(plain.replace(" ", ""), slug);
    }

    /** The slug of a name. */
    @Nullable
    String slug(List<String> words) {
        return slugs.get(String.join(" ", words));
    }

    /** The slug of a name of one word in which one letter is wrong. */
    Optional<String> nearly(String word) {
        return word.length() < SHORTEST_MISTYPED
                ? Optional.empty()
                : Nearest.within(1, word, single).map(slugs::get);
    }

    /** Whether points are sent to it as a rule and not from it. */
    boolean takes(String slug) {
        ProgrammeClass type = types.get(slug);
        return type == ProgrammeClass.AIR || type == ProgrammeClass.HOTEL;
    }

    /** Whether points are sent from it as a rule and not to it. */
    boolean gives(String slug) {
        return types.get(slug) == ProgrammeClass.BANK;
    }
}
