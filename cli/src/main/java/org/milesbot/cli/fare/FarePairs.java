package org.milesbot.cli.fare;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.milesbot.api.fare.AwardFare;

/**
 * Puts flights there and back together, cheapest first. One comes back from the city to which one went, and to the city from
 * which one left, whichever of their airports that is. Fares are kept by day, and of two days only as many are put together as
 * are wanted: the cheapest pairs of all pairs of days wait in a queue, and the one that is taken lets its neighbours in.
 */
public final class FarePairs {

    private static final Comparator<AwardFare> CHEAPEST = Comparator.comparing(Price::of);
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::price)
            .thenComparing(candidate -> candidate.pair().outbound().date())
            .thenComparing(candidate -> candidate.pair().inbound().date())
            .thenComparing(candidate -> candidate.pair().outbound().origin())
            .thenComparing(candidate -> candidate.pair().outbound().destination());

    private final Stay stay;
    private final UnaryOperator<String> city;
    private final boolean mixesPrograms;

    /**
     * @param stay how long one stays
     * @param city the city of an airport, by their codes
     * @param mixesPrograms whether the flight back may be paid with the miles of another programme
     */
    public FarePairs(Stay stay, UnaryOperator<String> city, boolean mixesPrograms) {
        this.stay = stay;
        this.city = city;
        this.mixesPrograms = mixesPrograms;
    }

    /** Two cities, and whose miles are paid; of no programme if they may be mixed. */
    private record Way(String program, String from, String to) {}

    /** What is compared: fewest miles, then taxes that are known before those that are not, then the lowest. */
    private record Price(long miles, int unknown, BigDecimal taxes) implements Comparable<Price> {

        private static final Comparator<Price> ORDER = Comparator.comparingLong(Price::miles)
                .thenComparingInt(Price::unknown)
                .thenComparing(Price::taxes);

        static Price of(AwardFare fare) {
            BigDecimal taxes = fare.taxesBrl();
            return new Price(fare.miles(), taxes == null ? 1 : 0, taxes == null ? BigDecimal.ZERO : taxes);
        }

        /** Keeps the order: what is dearer alone is dearer together with the same. */
        Price plus(Price other) {
            return new Price(Math.addExact(miles, other.miles), unknown + other.unknown, taxes.add(other.taxes));
        }

        @Override
        public int compareTo(Price other) {
            return ORDER.compare(this, other);
        }
    }

    /** A pair of one day's fares and another day's, by their places in the lists, each cheapest first. */
    private record Candidate(List<AwardFare> there, List<AwardFare> back, int i, int j) {

        FarePair pair() {
            return new FarePair(there.get(i), back.get(j));
        }

        Price price() {
            return Price.of(there.get(i)).plus(Price.of(back.get(j)));
        }

        /** Those that may come next; each pair comes from one other only. */
        List<Candidate> next() {
            List<Candidate> next = new ArrayList<>();
            if (j + 1 < back.size()) {
                next.add(new Candidate(there, back, i, j + 1));
            }
            if (j == 0 && i + 1 < there.size()) {
                next.add(new Candidate(there, back, i + 1, 0));
            }
            return next;
        }
    }

    /** The cheapest pairs, no more than a number. */
    public List<FarePair> cheapest(Collection<AwardFare> there, Collection<AwardFare> back, int most) {
        Map<Way, NavigableMap<LocalDate, List<AwardFare>>> returns = byDay(back);
        PriorityQueue<Candidate> queue = new PriorityQueue<>(BEST_FIRST);
        byDay(there).forEach((way, days) -> {
            NavigableMap<LocalDate, List<AwardFare>> home =
                    returns.getOrDefault(new Way(way.program(), way.to(), way.from()), new TreeMap<>());
            days.forEach((day, fares) -> home.subMap(day.plusDays(stay.least()), true, day.plusDays(stay.most()), true)
                    .values()
                    .forEach(homeward -> queue.add(new Candidate(fares, homeward, 0, 0))));
        });
        List<FarePair> pairs = new ArrayList<>();
        while (pairs.size() < most && !queue.isEmpty()) {
            Candidate best = queue.remove();
            pairs.add(best.pair());
            queue.addAll(best.next());
        }
        return pairs;
    }

    private Map<Way, NavigableMap<LocalDate, List<AwardFare>>> byDay(Collection<AwardFare> fares) {
        Map<Way, NavigableMap<LocalDate, List<AwardFare>>> byDay = new HashMap<>();
        for (AwardFare fare : fares) {
            byDay.computeIfAbsent(way(fare), each -> new TreeMap<>())
                    .computeIfAbsent(fare.date(), each -> new ArrayList<>())
                    .add(fare);
        }
        byDay.values().forEach(days -> days.values().forEach(each -> each.sort(CHEAPEST)));
        return byDay;
    }

    private Way way(AwardFare fare) {
        return new Way(
                mixesPrograms ? "" : fare.program().value(), city.apply(fare.origin()), city.apply(fare.destination()));
    }
}
