package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/**
 * The money that a rate of points is for: "por real", "/R$ 1", "a cada 2 dólares".
 *
 * @param currency which money
 * @param amount how much of it
 * @param to the token after its last
 */
record MoneyUnit(Currency currency, BigDecimal amount, int to) {

    private static final WordSet OPENERS = WordSet.of("por", "a", "para", "em", "cada", "/", "per", "each", "p");
    private static final WordSet TELLING = WordSet.of("por", "cada", "/", "per", "each");
    private static final WordSet REAL = WordSet.of("real", "reais", "brl");
    private static final WordSet DOLLAR = WordSet.of("dolar", "dolares", "usd", "dollar", "dollars");
    private static final WordSet EURO = WordSet.of("euro", "euros", "eur", "\u20ac");
    private static final int MOST_OPENERS = 3;
    /** What is paid for more money than this is a price. */
    private static final int MOST = 10;

    /** The unit whose words start at a token, or null. */
    static @Nullable MoneyUnit at(Mentions mentions, int from, int end) {
        int at = from;
        boolean told = false;
        boolean each = false;
        while (at < end && at - from < MOST_OPENERS && OPENERS.contains(form(mentions, at))) {
            told |= TELLING.contains(form(mentions, at));
            each |= mentions.is(at, "cada") || mentions.is(at, "each");
            at++;
        }
        if (!told || at >= end) {
            return null;
        }
        BigDecimal before = amount(mentions, at);
        at = before == null ? at : at + 1;
        MoneyUnit unit = money(mentions, at, end, before);
        return unit != null && (each || unit.amount.compareTo(BigDecimal.ONE) == 0) ? unit : null;
    }

    private static @Nullable MoneyUnit money(Mentions mentions, int at, int end, @Nullable BigDecimal before) {
        Currency word = at < end ? currency(form(mentions, at)) : null;
        if (word != null) {
            return new MoneyUnit(word, before == null ? BigDecimal.ONE : before, at + 1);
        }
        Currency sign = mentions.is(at + 1, "$") ? signed(form(mentions, at)) : null;
        if (sign == null || before != null || at + 2 > end) {
            return null;
        }
        boolean number = at + 2 < end && mentions.tokens().get(at + 2).isNumber();
        BigDecimal after = number ? amount(mentions, at + 2) : BigDecimal.ONE;
        return after == null ? null : new MoneyUnit(sign, after, number ? at + 3 : at + 2);
    }

    private static @Nullable Currency currency(String form) {
        if (REAL.contains(form)) {
            return Currency.getInstance("BRL");
        }
        if (DOLLAR.contains(form)) {
            return Currency.getInstance("USD");
        }
        return EURO.contains(form) ? Currency.getInstance("EUR") : null;
    }

    private static @Nullable Currency signed(String form) {
        if (form.equals("r")) {
            return Currency.getInstance("BRL");
        }
        return form.equals("us") || form.equals("u") ? Currency.getInstance("USD") : null;
    }

    /** A small whole number, also with ",00"; null if it is another or none. */
    private static @Nullable BigDecimal amount(Mentions mentions, int at) {
        String form = form(mentions, at);
        String whole = form.endsWith(",00") ? form.substring(0, form.length() - 3) : form;
        boolean small = !whole.isEmpty() && whole.length() <= 2 && whole.chars().allMatch(MoneyUnit::isDigit);
        int value = small ? Integer.parseInt(whole) : 0;
        return value >= 1 && value <= MOST ? BigDecimal.valueOf(value) : null;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String form(Mentions mentions, int at) {
        return mentions.tokens().get(at).form();
    }
}
