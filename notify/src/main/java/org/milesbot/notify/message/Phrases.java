package org.milesbot.notify.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Percent;

/** Sentences of a package's bundle in one language, and numbers as it writes them. What is handed over is escaped. */
public final class Phrases {

    private static final int LONGEST_WORDS = 120;

    private final Class<?> owner;
    private final Locale locale;
    private final boolean isEnglish;

    Phrases(Locale language) {
        this(Phrases.class, language);
    }

    /**
     * @param owner any class of the package whose bundle holds the sentences
     */
    public Phrases(Class<?> owner, Locale language) {
        this.owner = owner;
        isEnglish = language.getLanguage().equals("en");
        locale = isEnglish ? Locale.ENGLISH : Locale.forLanguageTag("pt-BR");
    }

    /**
     * A sentence.
     *
     * @param arguments HTML as it is; numbers, for choices; all else is escaped
     */
    public Html say(String key, Object... arguments) {
        Object[] said = arguments.clone();
        for (int i = 0; i < said.length; i++) {
            said[i] = safe(said[i]);
        }
        return new Html(Text.of(owner, key, said).in(locale));
    }

    /** A sentence as plain text, such as on a button; nothing is escaped. */
    public String plain(String key, Object... arguments) {
        return Text.of(owner, key, arguments).in(locale);
    }

    private static Object safe(Object argument) {
        if (argument instanceof Html html) {
            return html.value();
        }
        return argument instanceof Number ? argument : Escape.html(argument.toString(), LONGEST_WORDS);
    }

    /** Such as 82,5%. */
    public String percent(Percent percent) {
        return percent.toString().replace('.', isEnglish ? '.' : ',') + '%';
    }

    /** Such as 50.000. */
    public String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With up to four decimals. */
    public String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    /** Such as R$ 350,00. */
    public String money(BigDecimal reais) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return "R$ " + format.format(reais);
    }

    /** "a, b and c". */
    public Html list(String key, List<Html> items) {
        if (items.size() < 2) {
            return Html.join("", items);
        }
        int last = items.size() - 1;
        return say(key, Html.join(", ", items.subList(0, last)), items.get(last));
    }

    /** Whether it is English and not Portuguese. */
    public boolean isEnglish() {
        return isEnglish;
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }
}
