package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** Reads what a flight costs in money besides its miles: "+ R$ 35,75", "mais taxas de R$ 187", "R$ 80 de taxas". */
final class TaxReader {

    private static final WordSet TAXES = WordSet.of("taxa", "taxas", "taxes", "fees");
    private static final WordSet PLUS = WordSet.of("+", "mais", "e", "plus");
    private static final WordSet FILLERS = WordSet.of(
            "de",
            "embarque",
            "a",
            "partir",
            "por",
            "em",
            "no",
            "valor",
            "ficam",
            "fica",
            "saem",
            "sai",
            "sao",
            "custam",
            "somam",
            "apenas",
            "cerca",
            "aproximadamente",
            "aeroportuarias",
            "aeroportuaria",
            "(",
            ":",
            "que",
            "total",
            "of",
            "and",
            "from",
            "totalizam",
            "totalizando",
            "ate");
    private static final int BEFORE = 8;

    private TaxReader() {}

    /** The money of a clause that is told as taxes, or null if none or more than one is. */
    static @Nullable AmountMention read(Mentions mentions, Clause clause) {
        List<AmountMention> taxes = mentions.amounts(clause).stream()
                .filter(amount -> amount.unit() == Unit.REAIS && isTax(mentions, clause, amount))
                .toList();
        boolean one = taxes.stream()
                        .map(amount -> amount.value().stripTrailingZeros())
                        .distinct()
                        .count()
                == 1;
        return one ? taxes.get(0) : null;
    }

    private static boolean isTax(Mentions mentions, Clause clause, AmountMention amount) {
        return isBeforeWord(mentions, clause, amount.to())
                || isBehindWord(mentions, clause, amount.from())
                || isAddedToMiles(mentions, clause, amount.from());
    }

    /** "R$ 80 de taxas", "R$ 35 em taxas de embarque". */
    private static boolean isBeforeWord(Mentions mentions, Clause clause, int to) {
        boolean joint = mentions.is(to, "de") || mentions.is(to, "em") || mentions.is(to, "in");
        int at = joint ? to + 1 : to;
        return at < clause.to() && TAXES.contains(mentions.tokens().get(at).form());
    }

    /** "taxas de embarque a partir de R$ 35,90". */
    private static boolean isBehindWord(Mentions mentions, Clause clause, int from) {
        for (int at = from - 1; at >= Math.max(clause.from(), from - BEFORE); at--) {
            String form = mentions.tokens().get(at).form();
            if (TAXES.contains(form)) {
                return true;
            }
            if (!FILLERS.contains(form)) {
                return false;
            }
        }
        return false;
    }

    /** "18.000 pontos + R$ 35,75". */
    private static boolean isAddedToMiles(Mentions mentions, Clause clause, int from) {
        return from - 1 >= clause.from()
                && PLUS.contains(mentions.tokens().get(from - 1).form())
                && (mentions.is(from - 1, "+") || mentions.hits().endsAt(from - 1, Sense.UNIT));
    }
}
