package org.milesbot.store.fare;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.promo.Cabin;
import org.milesbot.store.db.Database;

/**
 * The routes that people wait for, as the questions that they come to. A place is a city with all its airports, a time is a
 * month, and who wants any cabin is answered together with who wants one of them.
 */
public final class WatchedRoutes {

    private static final Comparator<WantedQuery> MOST_WANTED_FIRST = Comparator.comparingInt(WantedQuery::people)
            .reversed()
            .thenComparing(WantedQuery::month)
            .thenComparing(query -> query.origins().first())
            .thenComparing(query -> query.destinations().first())
            .thenComparing(query -> query.cabin() == null ? "" : query.cabin().value());

    private final Database database;
    private final Map<String, String> cityOf;
    private final Map<String, SortedSet<String>> airportsOf = new HashMap<>();

    /**
     * @param cityOf the IATA code of its city, for each airport
     */
    public WatchedRoutes(Database database, Map<String, String> cityOf) {
        this.database = database;
        this.cityOf = Map.copyOf(cityOf);
        cityOf.forEach((airport, city) ->
                airportsOf.computeIfAbsent(city, any -> new TreeSet<>()).add(airport));
    }

    /** From a city or airport to another one. */
    public record CityPair(String origin, String destination) {}

    /** A question without those who have it. */
    private record Question(
            String origin,
            String destination,
            YearMonth month,
            @Nullable Cabin cabin) {

        Question forAnyCabin() {
            return new Question(origin, destination, month, null);
        }
    }

    /** Who waits for what. */
    private record Waiting(
            long user,
            List<String> origins,
            List<String> dests,
            @Nullable Cabin cabin,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * The distinct questions that people's routes come to, those first that most people have.
     *
     * @param popular what is asked if nobody waits for anything
     * @param besides what somebody else wants to be asked; each counts as a person
     * @param today the first day that is asked for
     * @param months how many months ahead, this one included, are asked for at most
     */
    public List<WantedQuery> wanted(
            Collection<CityPair> popular, List<FareQuery> besides, LocalDate today, int months) {
        Map<Question, Set<Long>> people = new HashMap<>();
        List<Waiting> all = new ArrayList<>(waiting());
        IntStream.range(0, besides.size()).forEach(i -> all.add(waiting(-1L - i, besides.get(i))));
        for (Waiting waiting : all) {
            for (Question question : questions(waiting, today, months)) {
                people.computeIfAbsent(question, any -> new HashSet<>()).add(waiting.user());
            }
        }
        return people.isEmpty() ? popular(popular, today, months) : collapsed(people);
    }

    private List<Waiting> waiting() {
        return database.with(open -> open.createQuery("""
                        select r.user_id, r.origins, r.dests, r.cabin, r.travel_from, r.travel_to
                        from user_route r
                        join app_user u on u.id = r.user_id
                        where u.role = 'member'
                          and u.disabled_at is null
                        """)
                .map((row, context) -> {
                    String cabin = row.getString("cabin");
                    return new Waiting(
                            row.getLong("user_id"),
                            List.of((String[]) row.getArray("origins").getArray()),
                            List.of((String[]) row.getArray("dests").getArray()),
                            cabin == null ? null : new Cabin(cabin),
                            row.getObject("travel_from", LocalDate.class),
                            row.getObject("travel_to", LocalDate.class));
                })
                .list());
    }

    private static Waiting waiting(long number, FareQuery query) {
        return new Waiting(
                number,
                List.copyOf(query.origins()),
                List.copyOf(query.destinations()),
                query.cabin(),
                query.from(),
                query.to());
    }

    private List<Question> questions(Waiting waiting, LocalDate today, int months) {
        List<Question> questions = new ArrayList<>();
        for (String origin : cities(waiting.origins())) {
            for (String dest : cities(waiting.dests())) {
                if (!origin.equals(dest)) {
                    months(waiting.from(), waiting.to(), today, months)
                            .forEach(month -> questions.add(new Question(origin, dest, month, waiting.cabin())));
                }
            }
        }
        return questions;
    }

    private Set<String> cities(List<String> codes) {
        Set<String> cities = new HashSet<>();
        codes.forEach(code -> cities.add(city(code)));
        return cities;
    }

    private String city(String code) {
        return airportsOf.containsKey(code) ? code : cityOf.getOrDefault(code, code);
    }

    private static Stream<YearMonth> months(
            @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int months) {
        YearMonth first = YearMonth.from(from == null || from.isBefore(today) ? today : from);
        YearMonth horizon = YearMonth.from(today).plusMonths(months - 1L);
        YearMonth last = to == null || YearMonth.from(to).isAfter(horizon) ? horizon : YearMonth.from(to);
        boolean isPast = to != null && to.isBefore(today);
        return isPast
                ? Stream.empty()
                : Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    /** Where somebody wants any cabin, those who want one of them are answered with them. */
    private List<WantedQuery> collapsed(Map<Question, Set<Long>> people) {
        Map<Question, Set<Long>> collapsed = new HashMap<>();
        people.forEach((question, who) -> {
            Question any = question.forAnyCabin();
            collapsed
                    .computeIfAbsent(people.containsKey(any) ? any : question, none -> new HashSet<>())
                    .addAll(who);
        });
        return collapsed.entrySet().stream()
                .map(entry -> query(entry.getKey(), entry.getValue().size()))
                .sorted(MOST_WANTED_FIRST)
                .toList();
    }

    private List<WantedQuery> popular(Collection<CityPair> popular, LocalDate today, int months) {
        return popular.stream()
                .flatMap(pair -> months(null, null, today, months)
                        .map(month -> new Question(city(pair.origin()), city(pair.destination()), month, null)))
                .distinct()
                .map(question -> query(question, 0))
                .toList();
    }

    private WantedQuery query(Question question, int people) {
        return new WantedQuery(
                airports(question.origin()),
                airports(question.destination()),
                question.month(),
                question.cabin(),
                1,
                people);
    }

    private SortedSet<String> airports(String city) {
        return airportsOf.getOrDefault(city, new TreeSet<>(Set.of(city)));
    }
}
