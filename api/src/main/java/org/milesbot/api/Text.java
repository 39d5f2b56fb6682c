package org.milesbot.api;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A sentence for people that can be said in every language milesbot speaks: Portuguese first, English second.
 *
 * <p>The sentences of a package lie beside its classes in {@code messages.properties} (Portuguese) and
 * {@code messages_en.properties} (English), in the format of {@link MessageFormat} and in UTF-8. Numbers are written as
 * the language writes them; hand ports, ids and other names over as strings.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Text {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Class<?> owner;
    private final String key;
    private final Object[] arguments;

    private Text(Class<?> owner, String key, Object[] arguments) {
        this.owner = Objects.requireNonNull(owner, "owner is null");
        this.key = Objects.requireNonNull(key, "key is null");
        this.arguments = arguments;
    }

    /**
     * A sentence of the bundle {@code messages} in the package of {@code owner}.
     *
     * @param owner any class of the package whose bundle holds the sentence
     * @param key the sentence's key in the bundle
     * @param arguments what {@code {0}}, {@code {1}} … stand for; a {@code Text} among them is said in the same language
     */
    public static Text of(Class<?> owner, String key, Object... arguments) {
        return new Text(owner, key, arguments.clone());
    }

    /** A sentence that is the same in every language, such as one that a plug-in wrote. */
    public static Text plain(String sentence) {
        return new Text(Text.class, "plain", new Object[] {sentence});
    }

    /** The sentence in a language; Portuguese where the language is not spoken here. */
    public String in(Locale locale) {
        Object[] said = arguments.clone();
        for (int i = 0; i < said.length; i++) {
            said[i] = said[i] instanceof Text text ? text.in(locale) : said[i];
        }
        if (owner == Text.class) {
            return String.valueOf(said[0]);
        }
        String pattern = pattern(locale);
        // Most sentences of a page have nothing to fill in; to take them apart would be a good part of making the page.
        return isPlain(pattern) ? pattern : Patterns.filled(pattern, locale, said);
    }

    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    }

    private String pattern(Locale locale) {
        String bundle = owner.getPackageName() + ".messages";
        try {
            return ResourceBundle.getBundle(bundle, locale, owner.getClassLoader(), NO_FALLBACK)
                    .getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no sentence " + key + " in the bundle " + bundle, e);
        }
    }

    /** The sentence in English, for logs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
