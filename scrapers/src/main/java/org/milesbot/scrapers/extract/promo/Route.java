package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.text.WordSet;

/**
 * Where a flight starts and where it goes.
 *
 * @param from the words for the airport of departure, or null if untold or one of several
 * @param to the words for the airport of arrival, or null if untold or one of several
 * @param start the words for where it starts, be it a city or an airport, or null if untold
 * @param goal the words for where it goes, be it a city or an airport, or null if untold
 */
record Route(
        @Nullable Hit from,
        @Nullable Hit to,
        @Nullable Hit start,
        @Nullable Hit goal) {

    /** Nothing is told. */
    static final Route UNTOLD = new Route(null, null, null, null);

    private static final WordSet LEADING = WordSet.of(">", "-", "para", "a", "ate", "x", "to", "/");
    private static final WordSet DEPARTURES =
            WordSet.of("saindo", "saida", "saidas", "partindo", "partida", "partidas");
    private static final int DEPARTURE_REACH = 5;

    /** Between two airports, the first of departure unless the second is said to be. */
    static Route between(Scene scene, Hit first, Hit second) {
        boolean turned = isStart(scene, second) && !isStart(scene, first);
        Hit from = turned ? second : first;
        Hit to = turned ? first : second;
        return new Route(known(from), known(to), from, to);
    }

    /** "saindo de", "com saída do Galeão (GIG)". */
    private static boolean isStart(Scene scene, Hit place) {
        for (int i = place.from() - 1; i >= Math.max(0, place.from() - DEPARTURE_REACH); i--) {
            if (DEPARTURES.contains(scene.mentions().tokens().get(i).form())) {
                return true;
            }
        }
        return false;
    }

    /** The route that a clause tells. */
    static Route of(Scene scene, Clause clause) {
        return of(scene, places(scene, clause));
    }

    /** With the airports that the only route of the body tells, where a title names cities and the two agree. */
    Route completed(Scene scene) {
        List<Route> whole = scene.body().stream()
                .filter(clause -> scene.has(clause, Sense.AIRPORT_CODE))
                .map(clause -> of(scene, clause))
                .filter(route -> route.from != null && route.to != null)
                .toList();
        boolean open = (from == null && start != null) || (to == null && goal != null);
        if (!open || whole.size() != 1) {
            return this;
        }
        Route told = whole.get(0);
        boolean agrees = agree(from, told.from) && agree(to, told.to);
        return agrees ? new Route(told.from, told.to, start, goal) : this;
    }

    private static boolean agree(@Nullable Hit one, @Nullable Hit other) {
        return one == null || other == null || one.value().equals(other.value());
    }

    private static Route of(Scene scene, List<Hit> places) {
        if (places.size() == 1) {
            Hit only = places.get(0);
            boolean departure = isDeparture(scene, only);
            return departure
                    ? new Route(told(scene, only), null, only, null)
                    : new Route(null, known(only), null, only);
        }
        boolean pair = places.size() == 2 && leads(scene, places.get(0), places.get(1));
        if (pair && isStart(scene, places.get(1)) && !isStart(scene, places.get(0))) {
            return new Route(told(scene, places.get(1)), known(places.get(0)), places.get(1), places.get(0));
        }
        return pair
                ? new Route(told(scene, places.get(0)), known(places.get(1)), places.get(0), places.get(1))
                : UNTOLD;
    }

    /** A city of departure is sure only where its airport's code stands in the text. */
    private static @Nullable Hit told(Scene scene, Hit place) {
        boolean code = scene.mentions().clauses().stream()
                .flatMap(clause ->
                        scene.mentions().hits().within(clause.from(), clause.to(), Sense.AIRPORT_CODE).stream())
                .anyMatch(hit -> hit.value().equals(place.value()));
        return code ? known(place) : null;
    }

    /** "A – B", "A para B"; "A e B" are two to choose from. */
    private static boolean leads(Scene scene, Hit first, Hit second) {
        if (isDeparture(scene, first) || first.to() == second.from()) {
            return true;
        }
        for (int i = first.to(); i < second.from(); i++) {
            if (LEADING.contains(scene.mentions().tokens().get(i).form())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Hit known(Hit place) {
        return Lexicon.shipped().place(place).airport() == null ? null : place;
    }

    /** Cities and airports in order; a code right after its city says which airport. */
    private static List<Hit> places(Scene scene, Clause clause) {
        List<Hit> places = new ArrayList<>();
        for (Hit hit : scene.mentions().hits().within(clause.from(), clause.to())) {
            if (hit.sense() != Sense.PLACE && hit.sense() != Sense.AIRPORT_CODE) {
                continue;
            }
            if (isSeason(scene, hit)) {
                continue;
            }
            Hit before = places.isEmpty() ? null : places.get(places.size() - 1);
            boolean explains = hit.sense() == Sense.AIRPORT_CODE
                    && before != null
                    && before.sense() == Sense.PLACE
                    && hit.from() - before.to() <= 1;
            if (explains) {
                places.set(places.size() - 1, hit);
            } else {
                places.add(hit);
            }
        }
        return places;
    }

    private static boolean isDeparture(Scene scene, Hit place) {
        return scene.mentions().is(place.from() - 1, "de")
                || scene.mentions().is(place.from() - 1, "desde")
                || scene.mentions().is(place.from() - 1, "do")
                || scene.mentions().is(place.from() - 1, "from");
    }

    /** "férias de Natal" names no city. */
    private static boolean isSeason(Scene scene, Hit hit) {
        return scene.mentions().is(hit.from(), "natal")
                && (scene.mentions().is(hit.from() - 1, "de")
                        || scene.mentions().is(hit.from() - 1, "no"));
    }
}
