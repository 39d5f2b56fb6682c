package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final int MOST_ROUTES = 50;

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
                return routes.isEmpty()
                        ? List.of(promo(scene, new FareFields(scene), price, programme, Route.UNTOLD, clause))
                        : routes;
            }
        }
        return List.of();
    }

    /** Clauses that each tell two airports by code and a price. */
    private static List<Promo> routes(Scene scene, NameMention owner) {
        List<Promo> promos = new ArrayList<>();
        FareFields fields = new FareFields(scene);
        for (Clause clause : scene.body()) {
            List<Hit> codes = scene.mentions().hits().within(clause.from(), clause.to(), Sense.AIRPORT_CODE);
            AmountMention price = scene.speaks(clause) && codes.size() == 2 ? price(scene, clause) : null;
            if (price != null) {
                NameMention named = scene.names(clause).stream()
                        .filter(NameMention::isCarrier)
                        .findFirst()
                        .orElse(owner);
                promos.add(promo(scene, fields, price, named, Route.between(codes.get(0), codes.get(1)), clause));
            }
            if (promos.size() == MOST_ROUTES) {
                return promos;
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
        return promo(scene, new FareFields(scene), price, programme, Route.of(scene, title), title);
    }

    private static Promo promo(
            Scene scene, FareFields fields, AmountMention price, NameMention programme, Route route, Clause clause) {
        Evidence evidence = new Evidence(scene.mentions());
        evidence.add("kind", price.from(), price.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        return Promo.builder(PromoKind.AWARD_FARE, new ProgramId(programme.slug()))
                .fare(fields.read(clause, price, route, evidence))
                .window(new WindowReader(scene, scene.speaking(), evidence).read())
                .evidence(evidence.words())
                .build();
    }
}
