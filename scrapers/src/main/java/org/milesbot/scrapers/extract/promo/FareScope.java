package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;

/** Which clauses of an announcement tell of which fare. */
final class FareScope {

    /** What costs less is no flight. */
    static final BigDecimal LEAST_MILES = BigDecimal.valueOf(1_000);

    /** Who says a price more often than this only repeats it. */
    private static final int MOST_OWN = 10;

    private final Scene scene;
    private final List<Priced> priced = new ArrayList<>();
    private final List<Clause> general = new ArrayList<>();

    /** A clause with the price in miles that it holds, which is null where it holds several. */
    private record Priced(Clause clause, @Nullable BigDecimal price) {}

    FareScope(Scene scene) {
        this.scene = scene;
        for (Clause clause : scene.speaking()) {
            List<BigDecimal> prices = scene.mentions().amounts(clause).stream()
                    .filter(amount -> amount.unit() == Unit.POINTS)
                    .map(amount -> amount.value().stripTrailingZeros())
                    .filter(value -> value.compareTo(LEAST_MILES) >= 0)
                    .distinct()
                    .toList();
            if (prices.isEmpty()) {
                general.add(clause);
            } else {
                priced.add(new Priced(clause, prices.size() == 1 ? prices.get(0) : null));
            }
        }
    }

    Scene scene() {
        return scene;
    }

    /** The clause that a fare was read from, then those that hold its price and no other. */
    List<Clause> own(Clause clause, AmountMention price) {
        List<Clause> own = new ArrayList<>(List.of(clause));
        for (Priced other : priced) {
            boolean same = other.price != null && other.price.compareTo(price.value()) == 0;
            if (same && own.size() < MOST_OWN && !other.clause.equals(clause)) {
                own.add(other.clause);
            }
        }
        return own;
    }

    /** What the clauses without a price, which may speak of every fare, tell; null unless they agree. */
    <T> @Nullable T general(Function<Clause, @Nullable T> reader, Function<T, Object> value) {
        T only = null;
        for (Clause clause : general) {
            T found = reader.apply(clause);
            if (only != null && found != null && !value.apply(found).equals(value.apply(only))) {
                return null;
            }
            only = only == null ? found : only;
        }
        return only;
    }

    /** What the first of some clauses tells that tells it. */
    static <T> @Nullable T first(List<Clause> clauses, Function<Clause, @Nullable T> reader) {
        for (Clause clause : clauses) {
            T found = reader.apply(clause);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
