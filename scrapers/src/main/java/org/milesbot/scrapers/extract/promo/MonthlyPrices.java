package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** Finds what is to be paid each month: "R$ 84,90/mês", "mensalidade de R$ 30", "12x de R$ 778". */
final class MonthlyPrices {

    private static final WordSet EACH_MONTH = WordSet.of("mensais", "mensal", "mensalmente", "monthly");
    private static final WordSet MONTH = WordSet.of("mes", "month");
    private static final WordSet BEFORE_MONTH = WordSet.of("por", "/", "ao", "cada", "todo", "a", "per", "p");
    private static final WordSet FEES = WordSet.of("mensalidade", "mensalidades");
    private static final WordSet TIMES = WordSet.of("x", "vezes", "parcelas", "mensalidades");
    private static final WordSet OLD =
            WordSet.of("contra", "antes", "normal", "tabela", "cheio", "era", "eram", "custava", "regular", "economia");
    private static final WordSet NEW = WordSet.of("por", "para");
    /** More prices than this in one clause are no sentence. */
    private static final int MOST = 60;

    private static final int BEHIND = 4;
    private static final int BEFORE = 6;

    private final Mentions mentions;
    private final Clause clause;
    private final List<AmountMention> money;

    private MonthlyPrices(Mentions mentions, Clause clause) {
        this.mentions = mentions;
        this.clause = clause;
        money = mentions.amounts(clause).stream()
                .filter(amount -> amount.unit() == Unit.REAIS)
                .limit(MOST)
                .toList();
    }

    /** The prices in force; one that is crossed out by "de … por …" or told as the old one is not. */
    static List<AmountMention> read(Mentions mentions, Clause clause) {
        MonthlyPrices prices = new MonthlyPrices(mentions, clause);
        List<AmountMention> found = new ArrayList<>();
        for (int i = 0; i < prices.money.size(); i++) {
            if (prices.isMonthly(i) && !prices.isOld(i)) {
                found.add(prices.money.get(i));
            }
        }
        return found;
    }

    private boolean isMonthly(int index) {
        AmountMention amount = money.get(index);
        int right = index + 1 < money.size() ? money.get(index + 1).from() : clause.to();
        for (int at = amount.to(); at < Math.min(right, amount.to() + BEHIND); at++) {
            boolean month = MONTH.contains(form(at)) && BEFORE_MONTH.contains(form(at - 1));
            if (EACH_MONTH.contains(form(at)) || month) {
                return true;
            }
        }
        return isInTwelve(amount.from()) || isBehindFee(amount.from()) || isNewOf(index);
    }

    /** "12x de R$ 778", "12 parcelas de R$ 199,90". */
    private boolean isInTwelve(int from) {
        return mentions.is(from - 1, "de") && TIMES.contains(form(from - 2)) && mentions.is(from - 3, "12");
    }

    private boolean isBehindFee(int from) {
        for (int at = from - 1; at >= Math.max(clause.from(), from - BEFORE); at--) {
            if (FEES.contains(form(at))) {
                return true;
            }
            if (mentions.is(at, "%") || mentions.is(at, ",") || mentions.is(at, "milheiro")) {
                return false;
            }
        }
        return false;
    }

    /** The second price of "mensalidade de R$ 42,90 por R$ 21,45". */
    private boolean isNewOf(int index) {
        AmountMention old = index == 0 ? null : money.get(index - 1);
        int from = money.get(index).from();
        boolean follows = old != null
                && from - old.to() <= 2
                && NEW.contains(form(from - 1))
                && mentions.is(old.from() - 1, "de");
        return old != null && follows && (isInTwelve(old.from()) || isBehindFee(old.from()));
    }

    private boolean isOld(int index) {
        AmountMention amount = money.get(index);
        for (int at = amount.from() - 1; at >= Math.max(clause.from(), amount.from() - 3); at--) {
            if (OLD.contains(form(at))) {
                return true;
            }
        }
        return index + 1 < money.size() && isReplaced(amount, money.get(index + 1));
    }

    /** "de R$ 35 por R$ 15", "de 12x de R$ 819 por 12x de R$ 778". */
    private boolean isReplaced(AmountMention old, AmountMention next) {
        for (int at = old.to(); at < next.from() && next.from() - old.to() <= BEFORE; at++) {
            if (NEW.contains(form(at)) && !MONTH.contains(form(at + 1))) {
                return mentions.is(old.from() - 1, "de");
            }
        }
        return false;
    }

    private String form(int at) {
        return at < 0 || at >= mentions.tokens().size()
                ? ""
                : mentions.tokens().get(at).form();
    }
}
