package org.milesbot.scrapers.extract.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.text.Token;

/** Finds quantities: 16.000 milhas, 50mil pontos, 109,916k, 1,5kk, R$ 35,75. */
final class AmountGrammar {

    private static final Map<String, Long> MULTIPLIERS = Map.ofEntries(
            Map.entry("mil", 1_000L),
            Map.entry("k", 1_000L),
            Map.entry("thousand", 1_000L),
            Map.entry("kk", 1_000_000L),
            Map.entry("milhao", 1_000_000L),
            Map.entry("milhoes", 1_000_000L),
            Map.entry("mi", 1_000_000L),
            Map.entry("million", 1_000_000L));

    private final List<Token> tokens;
    private final int[] numbers;
    private final HitIndex hits;
    private final boolean[] taken;

    /**
     * @param numbers which tokens are numbers
     * @param taken which tokens tell something else
     */
    AmountGrammar(List<Token> tokens, int[] numbers, HitIndex hits, boolean[] taken) {
        this.tokens = tokens;
        this.numbers = numbers;
        this.hits = hits;
        this.taken = taken;
    }

    List<AmountMention> read() {
        List<AmountMention> found = new ArrayList<>();
        for (int number : numbers) {
            AmountMention amount = taken[number] ? null : readAt(number);
            if (amount != null) {
                found.add(amount);
            }
        }
        return found;
    }

    private @Nullable AmountMention readAt(int at) {
        BigDecimal value = Numbers.value(tokens.get(at).form());
        if (value == null) {
            return null;
        }
        boolean reais = is(at - 1, "$") && is(at - 2, "r");
        int end = at + 1;
        Long times = end < tokens.size() ? MULTIPLIERS.get(tokens.get(end).form()) : null;
        if (times != null) {
            value = value.multiply(BigDecimal.valueOf(times));
            end++;
        } else if (!reais && value.scale() == 3) {
            value = value.movePointRight(3);
        }
        if (reais) {
            return new AmountMention(at - 2, end, value, Unit.REAIS);
        }
        return new AmountMention(at, unitEnd(end), value, unitEnd(end) > end ? Unit.POINTS : Unit.NONE);
    }

    /** The unit may stand behind "de" or one name: "18 mil pontos", "5 mil de pontos". */
    private int unitEnd(int end) {
        int at = is(end, "de") ? end + 1 : end;
        var unit = hits.startsAt(at, Sense.UNIT);
        return unit == null ? end : unit.to();
    }

    private boolean is(int at, String form) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(form);
    }
}
