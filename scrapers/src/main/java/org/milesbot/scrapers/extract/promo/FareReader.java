package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.Clause;

/** Reads flights to be had for miles. */
final class FareReader implements KindReader {

    @Override
    public List<Promo> fromTitle(Scene scene, Topic topic) {
        for (Clause clause : scene.transferTitle().offers() ? List.<Clause>of() : scene.title()) {
            AmountMention price = topic.fare(clause);
            NameMention programme = price == null ? null : owner(scene, clause, price);
            if (price != null && programme != null) {
                List<Promo> routes = routes(scene, programme, false);
                return routes.isEmpty() ? List.of(headline(scene, clause, price, programme)) : routes;
            }
        }
        return List.of();
    }

    /** Whose points are the price: "60 mil pontos Azul" for a seat of whomever. */
    private static @Nullable NameMention owner(Scene scene, Clause clause, AmountMention price) {
        return scene.names(clause).stream()
                .filter(name -> name.isCarrier() && name.stands())
                .filter(name -> name.hit().from() == price.to() || name.hit().from() == price.to() - 1)
                .findFirst()
                .orElseGet(() -> Owner.of(scene, clause));
    }

    /** A title about flights over a body that tells a price in miles. */
    @Override
    public List<Promo> fromBody(Scene scene, Topic topic) {
        boolean flights = (speaksOfFlights(scene) || scene.titleHas(Sense.PLACE) || scene.titleHas(Sense.AIRPORT_CODE))
                && !offersDiscount(scene)
                && Lists.all(scene.title(), clause -> scene.percents(clause).isEmpty());
        for (Clause clause : scene.body()) {
            AmountMention price = flights && scene.speaks(clause) ? topic.fare(clause) : null;
            NameMention programme = price == null ? null : Owner.of(scene, clause);
            if (price != null && programme != null) {
                List<Promo> routes = routes(scene, programme, true);
                return routes.isEmpty()
                        ? List.of(promo(scene, new FareFields(scene), price, programme, Route.UNTOLD, clause))
                        : routes;
            }
        }
        return List.of();
    }

    /** "Resgate" alone may be of anything. */
    private static boolean speaksOfFlights(Scene scene) {
        return scene.title().stream()
                .flatMap(clause -> scene.mentions().hits().within(clause.from(), clause.to(), Sense.FLIGHT).stream())
                .anyMatch(
                        hit -> !scene.mentions().tokens().get(hit.from()).form().startsWith("resgat"));
    }

    /** Fewer points on whatever flight are no fare; "mais barato" is no discount. */
    private static boolean offersDiscount(Scene scene) {
        return scene.title().stream()
                .flatMap(clause -> scene.mentions().hits().within(clause.from(), clause.to(), Sense.DISCOUNT).stream())
                .anyMatch(hit -> !scene.mentions().is(hit.from(), "mais"));
    }

    /** The routes that are priced one by one. */
    private static List<Promo> routes(Scene scene, NameMention owner, boolean cities) {
        FareFields fields = new FareFields(scene);
        List<Promo> promos = new ArrayList<>();
        for (PricedRoute priced : PricedRoute.all(scene, cities)) {
            NameMention named = scene.names(priced.clause()).stream()
                    .filter(NameMention::isCarrier)
                    .findFirst()
                    .orElse(owner);
            promos.add(promo(scene, fields, priced.price(), named, priced.route(), priced.clause()));
        }
        return promos;
    }

    private static Promo headline(Scene scene, Clause title, AmountMention price, NameMention programme) {
        return promo(
                scene,
                new FareFields(scene),
                price,
                programme,
                Route.of(scene, title).completed(scene),
                title);
    }

    private static Promo promo(
            Scene scene, FareFields fields, AmountMention price, NameMention programme, Route route, Clause clause) {
        Evidence evidence = new Evidence(scene);
        evidence.add("kind", price.from(), price.to());
        evidence.add("program", programme.hit().from(), programme.hit().to());
        return Promo.builder(PromoKind.AWARD_FARE, new ProgramId(programme.slug()))
                .fare(fields.read(clause, price, route, evidence))
                .window(new WindowReader(scene, booking(scene), evidence).read())
                .evidence(evidence.words())
                .build();
    }

    /** Clauses whose dates are of booking; a period alone is one of flying. */
    private static List<Clause> booking(Scene scene) {
        return scene.speaking().stream()
                .filter(clause -> Lists.none(
                        scene.dates(clause), date -> date.role() == DateRole.PERIOD && !tellsOfBooking(scene, clause)))
                .toList();
    }

    private static boolean tellsOfBooking(Scene scene, Clause clause) {
        return scene.has(clause, Sense.OFFER)
                || scene.has(clause, Sense.PERIOD)
                || scene.has(clause, Sense.END)
                || scene.has(clause, Sense.ONLY)
                || scene.has(clause, Sense.PURCHASE);
    }
}
