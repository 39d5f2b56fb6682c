package org.milesbot.cli.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which language somebody is answered. */
final class Languages {

    private static final int LONGEST = 200;
    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("pt-BR"), Locale.ENGLISH);

    private final Locale byDefault;

    Languages(Locale byDefault) {
        this.byDefault = byDefault;
    }

    /**
     * The one that the address names, or else the one that the browser likes best.
     *
     * @param named such as {@code en}
     * @param accepted the header Accept-Language, or null
     */
    Locale of(Optional<String> named, @Nullable String accepted) {
        return named.flatMap(name -> SPOKEN.stream()
                        .filter(each -> each.getLanguage().equals(name))
                        .findFirst())
                .orElseGet(() -> liked(accepted));
    }

    private Locale liked(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST) {
            return byDefault;
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .flatMap(range -> SPOKEN.stream().filter(each -> isMeant(each, range.getRange())))
                    .findFirst()
                    .orElse(byDefault);
        } catch (IllegalArgumentException e) {
            return byDefault;
        }
    }

    private static boolean isMeant(Locale spoken, String range) {
        return range.equals(spoken.getLanguage()) || range.startsWith(spoken.getLanguage() + "-");
    }
}
