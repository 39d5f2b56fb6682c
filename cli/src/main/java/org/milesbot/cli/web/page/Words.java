package org.milesbot.cli.web.page;

import java.util.Locale;
import org.milesbot.api.Text;

/**
 * The sentences of some pages in one language, as plain text: templates escape them.
 *
 * @param owner any class of the package whose sentences they are
 * @param locale the language
 */
public record Words(Class<?> owner, Locale locale) {

    /** The sentences of the pages that everybody sees. */
    public Words(Locale locale) {
        this(Words.class, locale);
    }

    /** A sentence. */
    public String say(String key, Object... arguments) {
        return Text.of(owner, key, arguments).in(locale);
    }

    /** The language as HTML names it. */
    public String tag() {
        return locale.toLanguageTag();
    }

    boolean isPortuguese() {
        return locale.getLanguage().equals("pt");
    }
}
