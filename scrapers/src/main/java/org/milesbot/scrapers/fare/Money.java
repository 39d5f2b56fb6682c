package org.milesbot.scrapers.fare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts of money as answers tell them. */
final class Money {

    private static final String REAIS = "BRL";

    private Money() {}

    /** An object with an amount and its currency; null if it is not of reais, or not told. */
    static @Nullable BigDecimal reais(Node money, String amount, String currency) {
        return REAIS.equals(money.text(currency)) ? cents(money.amount(amount)) : null;
    }

    /** Reais and cents. */
    static @Nullable BigDecimal cents(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
    }
}
