package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** Finds rates of points: "10 pontos Livelo por real", "8 pts/R$ 1", "a cada dólar gasto, 4 pontos". */
final class RateGrammar {

    private static final BigDecimal MOST = BigDecimal.valueOf(200);
    /** More amounts, more words than these in one clause are no sentence. */
    private static final int MOST_AMOUNTS = 60;

    private static final int MOST_WORDS = 300;
    private static final int DECIMALS = 4;
    private static final int WORDS_BETWEEN = 5;
    private static final int WORDS_BEHIND = 8;
    private static final WordSet STOPS = WordSet.of(",", ":", "|", "+", "/", "e", "ou");
    private static final WordSet RANGE_JOINTS = WordSet.of("a", "e", "ate", "-", "to");

    private final Mentions mentions;
    private final Clause clause;
    private final List<Rate> found = new ArrayList<>();

    private RateGrammar(Mentions mentions, Clause clause) {
        this.mentions = mentions;
        this.clause = clause;
    }

    static List<Rate> read(Mentions mentions, Clause clause) {
        RateGrammar grammar = new RateGrammar(mentions, clause);
        List<AmountMention> amounts = mentions.amounts(clause);
        amounts.subList(0, Math.min(amounts.size(), MOST_AMOUNTS)).forEach(grammar::readForward);
        if (grammar.found.isEmpty()) {
            grammar.readBackward();
        }
        return grammar.found;
    }

    private void readForward(AmountMention amount) {
        int unit = unitEnd(amount);
        for (int at = unit; unit > 0 && at < clause.to() && at - unit <= WORDS_BETWEEN; at++) {
            MoneyUnit money = MoneyUnit.at(mentions, at, clause.to());
            if (money != null) {
                add(amount, money, amount.from(), money.to());
                return;
            }
            if (STOPS.contains(mentions.tokens().get(at).form())
                    || mentions.tokens().get(at).isNumber()) {
                return;
            }
        }
    }

    /** The token after the unit of points, or -1: "10 pontos", "10x pontos". */
    private int unitEnd(AmountMention amount) {
        if (amount.unit() == Unit.POINTS) {
            return amount.to();
        }
        int at = mentions.is(amount.to(), "x") ? amount.to() + 1 : amount.to();
        Hit unit =
                amount.unit() == Unit.NONE && at < clause.to() ? mentions.hits().startsAt(at, Sense.UNIT) : null;
        return unit == null ? -1 : unit.to();
    }

    /** "a cada R$ 1 gasto você ganha 10 pontos". */
    private void readBackward() {
        int end = Math.min(clause.to(), clause.from() + MOST_WORDS);
        for (int at = clause.from(); at < end; at++) {
            MoneyUnit money = mentions.is(at, "cada") ? MoneyUnit.at(mentions, at, clause.to()) : null;
            AmountMention amount = money == null ? null : pointsAfter(money.to());
            if (money != null && amount != null) {
                add(amount, money, at, amount.to());
                return;
            }
        }
    }

    private @Nullable AmountMention pointsAfter(int from) {
        for (AmountMention amount : mentions.amounts(clause)) {
            if (amount.from() >= from) {
                return amount.unit() == Unit.POINTS && amount.from() - from <= WORDS_BEHIND ? amount : null;
            }
        }
        return null;
    }

    private void add(AmountMention amount, MoneyUnit money, int from, int to) {
        BigDecimal points = amount.value()
                .divide(money.amount(), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        boolean exact = points.multiply(money.amount()).compareTo(amount.value()) == 0;
        if (exact && points.signum() > 0 && points.compareTo(MOST) <= 0) {
            found.add(new Rate(points, money.currency(), clause, from, to, isUpTo(amount.from())));
        }
    }

    private boolean isUpTo(int from) {
        boolean filler = mentions.is(from - 1, "de") || mentions.is(from - 1, "incriveis");
        boolean most = mentions.hits().endsAt(from, Sense.UP_TO)
                || (filler && mentions.hits().endsAt(from - 1, Sense.UP_TO));
        boolean range = from - 2 >= clause.from()
                && mentions.tokens().get(from - 2).isNumber()
                && RANGE_JOINTS.contains(mentions.tokens().get(from - 1).form());
        return most || range;
    }
}
