package org.milesbot.cli.command;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.cli.fare.FarePair;
import org.milesbot.cli.fare.FarePairs;
import org.milesbot.cli.fare.FareQuestion;
import org.milesbot.cli.fare.Stay;
import org.milesbot.cli.fare.Ticket;
import org.milesbot.cli.fare.ask.FareLookup;
import org.milesbot.cli.output.ShownFare;
import org.milesbot.cli.output.ShownFare.Usual;
import org.milesbot.scrapers.extract.lexicon.Places;
import org.milesbot.store.fare.FareRoute;
import org.milesbot.store.fare.FareStatistics;
import org.milesbot.store.fare.KnownFare;

/** What is known of the fares that somebody looks for. */
final class FareFindings {

    private final FareLookup lookup;
    private final FareQuestion question;
    private final int most;
    private final Map<AwardFare, KnownFare> known = new HashMap<>();
    private final Map<FareRoute, FareStatistics> usual = new HashMap<>();
    private final List<AwardFare> there;
    private final List<AwardFare> back;

    /**
     * @param most of how many at most something is said
     */
    FareFindings(FareLookup lookup, FareQuestion question, int most) {
        this.lookup = lookup;
        this.question = question;
        this.most = most;
        there = learnt(lookup.there(question));
        back = learnt(lookup.back(question));
    }

    private List<AwardFare> learnt(List<KnownFare> some) {
        some.forEach(each -> known.putIfAbsent(each.fare(), each));
        return some.stream().map(KnownFare::fare).distinct().toList();
    }

    /** Flights one way, the cheapest first. */
    List<AwardFare> fares() {
        return withUsual(there.stream().limit(most).toList(), fare -> Stream.of(fare));
    }

    /** Flights there and back, the cheapest first. */
    List<FarePair> pairs(Stay stay) {
        List<FarePair> pairs = new FarePairs(stay, Places.shipped()::city, false).cheapest(there, back, most);
        return withUsual(pairs, pair -> Stream.of(pair.outbound(), pair.inbound()));
    }

    /** What can be booked: flights one way, or there and back if somebody wants to come back. */
    List<Ticket> tickets() {
        Stay stay = question.stay();
        int passengers = question.wishes().passengers();
        return stay == null
                ? fares().stream().map(fare -> Ticket.of(fare, passengers)).toList()
                : pairs(stay).stream().map(pair -> Ticket.of(pair, passengers)).toList();
    }

    FareQuestion question() {
        return question;
    }

    int most() {
        return most;
    }

    private <T> List<T> withUsual(List<T> shown, Function<T, Stream<AwardFare>> fares) {
        List<KnownFare> all = shown.stream().flatMap(fares).map(known::get).toList();
        usual.putAll(lookup.statistics(all));
        return shown;
    }

    /** A fare with all that is known of it. */
    ShownFare shown(AwardFare fare) {
        return shown(fare, statistics -> statistics.count() > 0);
    }

    /** Some fares as people are told of them: no price is called the lowest where few are known. */
    List<ShownFare> told(Collection<AwardFare> fares) {
        return fares.stream()
                .map(fare -> shown(fare, FareStatistics::isTelling))
                .toList();
    }

    private ShownFare shown(AwardFare fare, Predicate<FareStatistics> isWorthSaying) {
        KnownFare from = known.get(fare);
        FareStatistics statistics = usual.get(FareRoute.of(fare));
        return new ShownFare(
                fare,
                from == null ? null : from.provider(),
                statistics == null || !isWorthSaying.test(statistics)
                        ? null
                        : new Usual(
                                statistics.median(),
                                statistics.lowest30(),
                                statistics.lowest90(),
                                statistics.lowest365(),
                                statistics.tenthPercentile(),
                                statistics.count()));
    }
}
