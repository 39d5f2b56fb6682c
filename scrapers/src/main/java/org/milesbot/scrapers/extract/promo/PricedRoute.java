package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;

/**
 * Two places and a price in points beside them.
 *
 * @param clause where they stand
 * @param route the places
 * @param price the price
 */
record PricedRoute(Clause clause, Route route, AmountMention price) {

    /** Fewer points than this are no fare. */
    private static final long LEAST_MILES = 1_000;

    /** More routes than this are a table of the whole network; the first ones do. */
    private static final int MOST = 50;

    /**
     * The routes that an announcement prices one by one, in order.
     *
     * @param cities whether a list of cities will do; under a title that tells a price it only gives examples
     */
    static List<PricedRoute> all(Scene scene, boolean cities) {
        List<PricedRoute> found = new ArrayList<>();
        for (Clause clause : clauses(scene)) {
            List<Hit> codes = scene.mentions().hits().within(clause.from(), clause.to(), Sense.AIRPORT_CODE);
            if (codes.size() >= 2 && codes.size() % 2 == 0) {
                addPairs(scene, clause, codes, found);
            } else if (cities && scene.isListed(clause)) {
                addCities(scene, clause, found);
            }
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /** "Costuma ser caro, mas encontramos": what is usual and what is found stand in one sentence. */
    private static List<Clause> clauses(Scene scene) {
        return Stream.concat(scene.title().stream(), scene.body().stream())
                .filter(clause -> scene.speaks(clause) || scene.aside(clause) == Aside.HABIT)
                .toList();
    }

    /** As often as a clause tells two airports by code and a price behind them. */
    private static void addPairs(Scene scene, Clause clause, List<Hit> codes, List<PricedRoute> found) {
        boolean one = codes.size() == 2;
        for (int i = 0; i < codes.size(); i += 2) {
            int from = one ? clause.from() : codes.get(i).from();
            int to = i + 2 < codes.size() ? codes.get(i + 2).from() : clause.to();
            AmountMention price = price(scene, clause, from, to);
            if (price != null) {
                found.add(new PricedRoute(clause, Route.between(scene, codes.get(i), codes.get(i + 1)), price));
            }
        }
    }

    /** "Recife – Natal: 4.200 pontos", where each city has one airport. */
    private static void addCities(Scene scene, Clause clause, List<PricedRoute> found) {
        Route route = Route.of(scene, clause);
        AmountMention price = price(scene, clause, clause.from(), clause.to());
        if (route.start() != null && route.goal() != null && price != null) {
            found.add(new PricedRoute(clause, Route.between(scene, route.start(), route.goal()), price));
        }
    }

    private static @Nullable AmountMention price(Scene scene, Clause clause, int from, int to) {
        for (AmountMention amount : scene.mentions().amounts(clause)) {
            boolean here = amount.from() >= from && amount.to() <= to;
            if (here && amount.unit() == Unit.POINTS && amount.value().longValue() >= LEAST_MILES) {
                return amount;
            }
        }
        return null;
    }
}
