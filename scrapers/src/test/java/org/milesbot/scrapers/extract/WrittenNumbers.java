package org.milesbot.scrapers.extract;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Percentages told in words: "cem por cento", "vinte e cinco", "o dobro", "metade". */
final class WrittenNumbers {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
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
    private static final Map<String, Integer> STEMS = Map.of(
            "metade",
            50,
            "dobr",
            100,
            "dois",
            100,
            "duplic",
            100,
            "doubl",
            100,
            "tripl",
            200,
            "quadrupl",
            300,
            "half",
            50);

    private WrittenNumbers() {}

    /** Each number told, and their sum. */
    static Set<BigDecimal> in(String words) {
        Set<BigDecimal> found = new HashSet<>();
        int sum = 0;
        for (String word : List.of(words.replace("por cento", "").split(" ", -1))) {
            int value = WORDS.getOrDefault(word, 0);
            sum += value;
            found.add(number(value));
            STEMS.entrySet().stream()
                    .filter(stem -> word.startsWith(stem.getKey()))
                    .forEach(stem -> found.add(number(stem.getValue())));
        }
        found.add(number(sum));
        found.remove(BigDecimal.ZERO);
        return found;
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
