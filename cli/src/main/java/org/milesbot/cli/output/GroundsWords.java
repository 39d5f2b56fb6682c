package org.milesbot.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.Text;
import org.milesbot.store.dedupe.Trait;

/** Why sightings are of one campaign, in people's words. */
final class GroundsWords {

    private static final Map<String, Trait> TRAITS =
            Stream.of(Trait.values()).collect(Collectors.toUnmodifiableMap(Trait::slug, Function.identity()));

    private final Locale locale;

    GroundsWords(Locale locale) {
        this.locale = locale;
    }

    /** What two have in common, or do not; a trait that is not known any more stands for itself. */
    String of(List<String> traits) {
        return traits.stream()
                .map(slug -> TRAITS.containsKey(slug) ? say("trait." + slug) : slug)
                .collect(Collectors.joining(", "));
    }

    private String say(String key) {
        return Text.of(GroundsWords.class, key).in(locale);
    }
}
