package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.promo.TravelReader.Travel;

/**
 * Reads all that is told of fares whose price and route are known. What stands beside a price counts first; what the
 * announcement says without a price counts for all its fares, and is read once.
 */
final class FareFields {

    private final Scene scene;
    private final Mentions mentions;
    private final FareScope scope;
    private final TripReader trips;
    private final @Nullable Hit departure;
    private final @Nullable AmountMention taxes;
    private final @Nullable Travel travel;

    FareFields(Scene scene) {
        this.scene = scene;
        mentions = scene.mentions();
        scope = new FareScope(scene);
        trips = new TripReader(scope);
        departure = new DepartureReader(mentions).read(scene);
        taxes = scope.general(
                clause -> TaxReader.read(mentions, clause),
                amount -> amount.value().stripTrailingZeros());
        travel = scope.general(clause -> new TravelReader(scene, clause).read(), Travel::dates);
    }

    Fare read(Clause clause, AmountMention price, Route route, Evidence evidence) {
        List<Clause> own = scope.own(clause, price);
        AmountMention tax = FareScope.first(own, each -> TaxReader.read(mentions, each));
        tax = tax == null ? taxes : tax;
        Hit trip = trips.read(own, price);
        evidence.add("miles", price.from(), price.to());
        prove(evidence, "trip", trip);
        if (tax != null) {
            evidence.add("taxes_brl", tax.from(), tax.to());
        }
        return new Fare(
                origin(route, evidence),
                place("dest", route.to(), route.goal(), evidence),
                cabin(own, evidence),
                price.value().longValue(),
                tax == null ? null : tax.value(),
                trip == null ? null : TripReader.of(trip),
                travel(own, evidence));
    }

    private static void prove(Evidence evidence, String field, @Nullable Hit hit) {
        if (hit != null) {
            evidence.add(field, hit.from(), hit.to());
        }
    }

    /** Where the route starts, else the city that the announcement tells flights to leave from. */
    private @Nullable Place origin(Route route, Evidence evidence) {
        boolean apart = route.start() == null && route.goal() != null;
        return place("origin", route.from(), apart ? departure : route.start(), evidence);
    }

    /** The airport where one is sure, else the city that the words name. */
    private static @Nullable Place place(String name, @Nullable Hit airport, @Nullable Hit words, Evidence evidence) {
        Hit hit = airport == null ? words : airport;
        if (hit == null) {
            return null;
        }
        Place named = Lexicon.shipped().place(hit);
        String code = airport == null ? null : named.airport();
        prove(evidence, name + "_airport", code == null ? null : hit);
        prove(evidence, name + "_city", hit);
        return new Place(code, named.city());
    }

    /** A cabin beside the price; two of them belong to two prices. */
    private @Nullable Cabin cabin(List<Clause> own, Evidence evidence) {
        List<Hit> cabins = FareScope.first(own, this::cabins);
        boolean one =
                cabins != null && cabins.stream().map(Hit::value).distinct().count() == 1;
        Hit cabin = cabins == null || !one ? null : cabins.get(0);
        prove(evidence, "cabin", cabin);
        return cabin == null ? null : new Cabin(cabin.value());
    }

    /** Null if there are none; "a mais econômica" is none. */
    private @Nullable List<Hit> cabins(Clause clause) {
        List<Hit> cabins = mentions.hits().within(clause.from(), clause.to(), Sense.CABIN).stream()
                .filter(hit -> !mentions.is(hit.from() - 1, "mais"))
                .toList();
        return cabins.isEmpty() ? null : cabins;
    }

    private TravelDates travel(List<Clause> own, Evidence evidence) {
        Travel told = FareScope.first(own, clause -> new TravelReader(scene, clause).read());
        told = told == null ? travel : told;
        if (told == null) {
            return TravelDates.UNKNOWN;
        }
        if (told.dates().from() != null) {
            evidence.add("travel_from", told.from(), told.to());
        }
        if (told.dates().to() != null) {
            evidence.add("travel_to", told.from(), told.to());
        }
        return told.dates();
    }
}
