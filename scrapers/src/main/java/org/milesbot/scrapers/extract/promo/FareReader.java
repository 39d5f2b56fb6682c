package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads flights to be had for miles. */
final class FareReader implements KindReader {

    private static final long LEAST_MILES = 1_000;

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        for (Clause clause : TransferReader.titleOffers(scene) ? List.<Clause>of() : scene.title()) {
            AmountMention price = topic.fare(clause);
            NameMention programme = price == null ? null : Owner.of(scene, clause);
            if (price != null && programme != null) {
                List<Promo> routes = routes(scene, programme);
                return routes.isEmpty() ? List.of(headline(scene, clause, price, programme)) : routes;
            }
        }
        return List.of();
    }

    /** A title about flights over a body that tells a price in miles. */
    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        boolean flights = (scene.titleHas(Sense.FLIGHT) || scene.titleHas(Sense.PLACE))
                && scene.title().stream()
                        .allMatch(clause -> scene.percents(clause).isEmpty());
        for (Clause clause : scene.body()) {
            AmountMention price = flights && scene.speaks(clause) ? topic.fare(clause) : null;
            NameMention programme = price == null ? null : Owner.of(scene, clause);
            if (price != null && programme != null) {
                List<Promo> routes = routes(scene, programme);
                return routes.isEmpty() ? List.of(promo(scene, price, programme, null, null, clause)) : routes;
            }
        }
        return List.of();
    }

    /** Two airports by code and a price behind them, as often as a clause tells them. */
    private static List<Promo> routes(Scene scene, NameMention owner) {
        List<Promo> promos = new ArrayList<>();
        for (Clause clause : scene.speaking()) {
            List<Hit> codes = scene.mentions().hits().within(clause.from(), clause.to(), Sense.AIRPORT_CODE);
            Route cities = codes.size() < 2 && scene.isListed(clause) ? Route.of(scene, clause) : Route.NONE;
            AmountMention price = price(scene, clause, clause.from(), clause.to());
            if (cities.from() != null && cities.to() != null && price != null) {
                promos.add(promo(scene, price, owner, cities.from(), cities.to(), clause));
            }
            if (codes.size() == 2) {
                addRoute(scene, owner, clause, codes, clause.from(), clause.to(), promos);
            }
            for (int i = 0; codes.size() > 2 && codes.size() % 2 == 0 && i < codes.size(); i += 2) {
                int end = i + 2 < codes.size() ? codes.get(i + 2).from() : clause.to();
                addRoute(scene, owner, clause, codes.subList(i, i + 2), codes.get(i).from(), end, promos);
            }
        }
        return promos;
    }

    private static void addRoute(
            Scene scene, NameMention owner, Clause clause, List<Hit> codes, int from, int to, List<Promo> promos) {
        AmountMention price = price(scene, clause, from, to);
        if (price != null) {
            NameMention named = scene.names(clause).stream()
                    .filter(NameMention::isCarrier)
                    .findFirst()
                    .orElse(owner);
            Route route = Route.between(scene, codes.get(0), codes.get(1));
            promos.add(promo(scene, price, named, route.from(), route.to(), clause));
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

    private static Promo headline(Scene scene, Clause title, AmountMention price, NameMention programme) {
        Route route = Route.of(scene, title);
        return promo(scene, price, programme, route.from(), route.to(), title);
    }

    private static Promo promo(
            Scene scene,
            AmountMention price,
            NameMention programme,
            @Nullable Hit from,
            @Nullable Hit to,
            Clause clause) {
        Evidence evidence = new Evidence(scene);
        evidence.add("kind", price.from(), price.to());
        evidence.add("miles", price.from(), price.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        if (from != null) {
            evidence.add("origin_airport", from.from(), from.to());
        }
        if (to != null) {
            evidence.add("dest_airport", to.from(), to.to());
        }
        Fare fare = new Fare(
                from == null ? null : from.value(),
                to == null ? null : to.value(),
                cabin(scene, clause, evidence),
                price.value().longValue(),
                taxes(scene, clause, evidence));
        return Promo.builder(PromoKind.AWARD_FARE, new ProgramId(programme.slug()))
                .fare(fare)
                .window(new WindowReader(scene, booking(scene), evidence).read())
                .evidence(evidence.words())
                .build();
    }

    /** Clauses whose dates are of booking; a period alone is one of flying. */
    private static List<Clause> booking(Scene scene) {
        return scene.speaking().stream()
                .filter(clause -> scene.dates(clause).stream()
                        .noneMatch(date -> date.role() == DateRole.PERIOD && !tellsOfBooking(scene, clause)))
                .toList();
    }

    private static boolean tellsOfBooking(Scene scene, Clause clause) {
        return scene.has(clause, Sense.OFFER)
                || scene.has(clause, Sense.PERIOD)
                || scene.has(clause, Sense.END)
                || scene.has(clause, Sense.ONLY)
                || scene.has(clause, Sense.PURCHASE);
    }

    private static @Nullable String cabin(Scene scene, Clause clause, Evidence evidence) {
        Hit cabin = scene.first(clause, Sense.CABIN);
        if (cabin != null) {
            evidence.add("cabin", cabin.from(), cabin.to());
        }
        return cabin == null ? null : cabin.value();
    }

    /** Money after a plus sign. */
    private static java.math.@Nullable BigDecimal taxes(Scene scene, Clause clause, Evidence evidence) {
        for (AmountMention amount : scene.mentions().amounts(clause)) {
            if (amount.unit() == Unit.REAIS && scene.mentions().is(amount.from() - 1, "+")) {
                evidence.add("taxes_brl", amount.from(), amount.to());
                return amount.value();
            }
        }
        return null;
    }
}
