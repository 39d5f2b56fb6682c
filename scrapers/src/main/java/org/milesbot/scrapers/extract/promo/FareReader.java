package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.TravelDates;
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
                && !scene.titleHas(Sense.DISCOUNT)
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

    /** Clauses that each tell two airports by code and a price. */
    private static List<Promo> routes(Scene scene, NameMention owner) {
        List<Promo> promos = new ArrayList<>();
        for (Clause clause : scene.body()) {
            List<Hit> codes = scene.mentions().hits().within(clause.from(), clause.to(), Sense.AIRPORT_CODE);
            AmountMention price = scene.speaks(clause) && codes.size() == 2 ? price(scene, clause) : null;
            if (price != null) {
                NameMention named = scene.names(clause).stream()
                        .filter(NameMention::isCarrier)
                        .findFirst()
                        .orElse(owner);
                promos.add(promo(scene, price, named, codes.get(0), codes.get(1), clause));
            }
        }
        return promos;
    }

    private static @Nullable AmountMention price(Scene scene, Clause clause) {
        for (AmountMention amount : scene.mentions().amounts(clause)) {
            if (amount.unit() == Unit.POINTS && amount.value().longValue() >= LEAST_MILES) {
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
        Evidence evidence = new Evidence(scene.mentions());
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
                from == null ? null : Place.airport(from.value()),
                to == null ? null : Place.airport(to.value()),
                cabin(scene, clause, evidence),
                price.value().longValue(),
                taxes(scene, clause, evidence),
                null,
                TravelDates.UNKNOWN);
        return Promo.builder(PromoKind.AWARD_FARE, new ProgramId(programme.slug()))
                .fare(fare)
                .window(new WindowReader(scene, scene.speaking(), evidence).read())
                .evidence(evidence.words())
                .build();
    }

    private static @Nullable Cabin cabin(Scene scene, Clause clause, Evidence evidence) {
        Hit cabin = scene.first(clause, Sense.CABIN);
        if (cabin != null) {
            evidence.add("cabin", cabin.from(), cabin.to());
        }
        return cabin == null ? null : new Cabin(cabin.value());
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
