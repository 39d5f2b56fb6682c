package org.milesbot.cli.people;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.milesbot.cli.config.Quoted;

/** Reads what people hold of each programme, and what it is worth to them: {@code livelo=60000,smiles=12k}. */
public final class PurseForm {

    private static final int MOST = 50;
    private static final Pattern ZERO = Pattern.compile("0+");
    private static final Pattern REAIS =
            Pattern.compile("(?:r\\$\\s?)?([0-9]{1,4}(?:[.,][0-9]{1,2})?)", Pattern.CASE_INSENSITIVE);

    /** A comma between two programmes, and not one within a number. */
    private static final Pattern BETWEEN = Pattern.compile("[,;](?=[^,;=]*=|\\s*$)");

    private final SettingNames names;

    /**
     * @param form knows the programmes, and keeps the notes of their names
     */
    public PurseForm(UserSettingsForm form) {
        names = form.names();
    }

    /**
     * How many points of each programme somebody holds.
     *
     * @param key where it is written
     * @throws WrongSetting if it cannot be understood
     */
    public Map<String, Long> points(String key, String words) {
        return read(key, words, "holding", PurseForm::held);
    }

    /**
     * What a thousand points of each programme are worth in reais.
     *
     * @param key where it is written
     * @throws WrongSetting if it cannot be understood
     */
    public Map<String, BigDecimal> reais(String key, String words) {
        return read(key, words, "worth", PurseForm::worth);
    }

    private <T> Map<String, T> read(String key, String words, String expected, BiFunction<String, String, T> value) {
        List<String> parts = Arrays.stream(BETWEEN.split(words, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() > MOST) {
            throw WrongSetting.saying(key, "wrong.many", Quoted.of(key), MOST);
        }
        Map<String, T> read = new LinkedHashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw WrongSetting.of(key, part, expected);
            }
            String slug = names.program(key, part.substring(0, equals).strip().toLowerCase(Locale.ROOT))
                    .value();
            if (read.put(slug, value.apply(key, part.substring(equals + 1).strip())) != null) {
                throw WrongSetting.of(key, part, expected);
            }
        }
        if (read.isEmpty()) {
            throw WrongSetting.of(key, words, expected);
        }
        return Map.copyOf(read);
    }

    private static Long held(String key, String words) {
        return ZERO.matcher(words).matches() ? 0L : RouteForm.miles(key, words);
    }

    private static BigDecimal worth(String key, String words) {
        Matcher reais = REAIS.matcher(words);
        if (!reais.matches()) {
            throw WrongSetting.of(key, words, "worth");
        }
        return new BigDecimal(reais.group(1).replace(',', '.'));
    }
}
