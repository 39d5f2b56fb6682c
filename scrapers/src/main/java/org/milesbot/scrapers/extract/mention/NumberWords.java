package org.milesbot.scrapers.extract.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.text.Token;

/** Reads percentages written out: "sessenta por cento", "cento e vinte por cento". */
final class NumberWords {

    private static final Map<String, Integer> VALUES = Map.ofEntries(
            Map.entry("um", 1),
            Map.entry("dois", 2),
            Map.entry("tres", 3),
            Map.entry("quatro", 4),
            Map.entry("cinco", 5),
            Map.entry("seis", 6),
            Map.entry("sete", 7),
            Map.entry("oito", 8),
            Map.entry("nove", 9),
            Map.entry("dez", 10),
            Map.entry("doze", 12),
            Map.entry("quinze", 15),
            Map.entry("dezoito", 18),
            Map.entry("vinte", 20),
            Map.entry("trinta", 30),
            Map.entry("quarenta", 40),
            Map.entry("cinquenta", 50),
            Map.entry("sessenta", 60),
            Map.entry("setenta", 70),
            Map.entry("oitenta", 80),
            Map.entry("noventa", 90),
            Map.entry("cem", 100),
            Map.entry("cento", 100),
            Map.entry("duzentos", 200),
            Map.entry("trezentos", 300));

    private final List<Token> tokens;

    NumberWords(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The first token of the number that ends before a token, or the token itself if there is none. */
    int start(int end) {
        if (valueAt(end - 1) == null) {
            return end;
        }
        int i = end - 1;
        while (valueAt(i - 1) != null || (is(i - 1, "e") && valueAt(i - 2) != null)) {
            i -= valueAt(i - 1) != null ? 1 : 2;
        }
        return i;
    }

    /** The sum of the words of a number. */
    BigDecimal value(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            Integer value = valueAt(i);
            sum += value == null ? 0 : value;
        }
        return BigDecimal.valueOf(sum);
    }

    private @Nullable Integer valueAt(int at) {
        return at >= 0 ? VALUES.get(tokens.get(at).form()) : null;
    }

    private boolean is(int at, String form) {
        return at >= 0 && tokens.get(at).is(form);
    }
}
