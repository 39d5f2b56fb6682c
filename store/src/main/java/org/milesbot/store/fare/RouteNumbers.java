package org.milesbot.store.fare;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The numbers of some routes, of which an answer has few. */
final class RouteNumbers {

    private static final String KNOWN = """
            select id, program, origin, dest, cabin
            from unnest(:programs, :origins, :dests, :cabins) as said (program, origin, dest, cabin)
            join fare_route using (program, origin, dest, cabin)
            """;

    private static final String NEW = """
            insert into fare_route (program, origin, dest, cabin)
            select *
            from unnest(:programs, :origins, :dests, :cabins) as said (program, origin, dest, cabin)
            order by 1, 2, 3, 4
            on conflict do nothing
            """;

    private final Map<FareRoute, Integer> numbers;
    private final Map<Integer, FareRoute> routes;

    private RouteNumbers(Map<FareRoute, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
        routes = numbers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** Those of some routes, which are kept if they are new. */
    static RouteNumbers of(Handle transaction, Set<FareRoute> routes) {
        Map<FareRoute, Integer> numbers = known(transaction, routes);
        List<FareRoute> fresh =
                routes.stream().filter(route -> !numbers.containsKey(route)).toList();
        if (!fresh.isEmpty()) {
            bind(transaction.createUpdate(NEW), fresh).execute();
            // Not by "returning": what another process has added meanwhile is not returned.
            numbers.putAll(known(transaction, fresh));
        }
        return new RouteNumbers(numbers);
    }

    int number(FareRoute route) {
        return Objects.requireNonNull(numbers.get(route));
    }

    FareRoute route(int number) {
        return Objects.requireNonNull(routes.get(number));
    }

    private static Map<FareRoute, Integer> known(Handle transaction, Collection<FareRoute> routes) {
        Map<FareRoute, Integer> numbers = new HashMap<>();
        bind(transaction.createQuery(KNOWN), List.copyOf(routes))
                .map((row, context) -> Map.entry(FareRows.route(row), row.getInt("id")))
                .forEach(known -> numbers.put(known.getKey(), known.getValue()));
        return numbers;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<FareRoute> routes) {
        return statement
                .bindArray("programs", String.class, texts(routes, FareRoute::program))
                .bindArray("origins", String.class, texts(routes, FareRoute::origin))
                .bindArray("dests", String.class, texts(routes, FareRoute::destination))
                .bindArray("cabins", String.class, texts(routes, FareRoute::cabin));
    }

    private static List<String> texts(List<FareRoute> routes, Function<FareRoute, Object> part) {
        return routes.stream().map(route -> part.apply(route).toString()).toList();
    }
}
