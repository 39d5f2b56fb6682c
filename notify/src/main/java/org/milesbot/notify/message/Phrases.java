package org.milesbot.notify.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Percent;

/** Sentences of the bundle in one language, and numbers as it writes them. What is handed over is escaped. */
final class Phrases {

    private static final int LONGEST_WORDS = 120;

    private final Locale locale;
    private final boolean isEnglish;

    Phrases(Locale language) {
        isEnglish = language.getLanguage().equals("en");
        locale = isEnglish ? Locale.ENGLISH : Locale.forLanguageTag("pt-BR");
    }

    /**
     * A sentence.
     *
     * @param arguments HTML as it is; numbers, for choices; all else is escaped
     */
    Html say(String key, Object... arguments) {
        Object[] said = arguments.clone();
        for (int i = 0; i < said.length; i++) {
            said[i] = safe(said[i]);
        }
        return new Html(Text.of(Phrases.class, key, said).in(locale));
    }

    private static Object safe(Object argument) {
        if (argument instanceof Html html) {
            return html.value();
        }
        return argument instanceof Number ? argument : Escape.html(argument.toString(), LONGEST_WORDS);
    }

    String percent(Percent percent) {
        return percent.toString().replace('.', isEnglish ? '.' : ',') + '%';
    }

    String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    String money(BigDecimal reais) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return "R$ " + format.format(reais);
    }

    /** "a, b and c". */
    Html list(String key, List<Html> items) {
        if (items.size() < 2) {
            return Html.join("", items);
        }
        int last = items.size() - 1;
        return say(key, Html.join(", ", items.subList(0, last)), items.get(last));
    }

    boolean isEnglish() {
        return isEnglish;
    }

    Locale locale() {
        return locale;
    }
}
