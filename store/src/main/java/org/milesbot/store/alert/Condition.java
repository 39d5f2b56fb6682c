package org.milesbot.store.alert;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be so for someone to be told of a promo: each a condition in SQL over {@code app_user u}, {@code user_config c}
 * and {@code user_program p}, and over the promo as {@link OfferBinding} binds it. Said once, and both matched by and
 * explained by.
 */
enum Condition {
    ACTIVE("u.disabled_at is null"),
    UNMUTED("(p.muted_until is null or p.muted_until <= :now)"),
    KIND("(cardinality(c.kinds) = 0 or :kind = any(c.kinds) or :kind = 'award_fare' and " + Sql.ON_A_ROUTE + ")"),
    PROGRAM("(cardinality(c.programs) = 0 or :program = any(c.programs))"),
    ORIGIN("""
            (cardinality(c.origins) = 0
                or cardinality(cast(:origins as text[])) = 0
                or '*' = any(cast(:origins as text[]))
                or c.origins && cast(:origins as text[]))"""),
    ROUTE("""
            (:kind <> 'award_fare'
                or not exists (select from user_route r where r.user_id = u.id)
                or %s)""".formatted(Sql.ON_A_ROUTE)),
    BONUS("""
            (coalesce(p.min_bonus, c.min_bonus) is null
                or coalesce(greatest(cast(:anyone as numeric), %s), -1) >= coalesce(p.min_bonus, c.min_bonus))
            """.formatted(Sql.BY_TIER).strip()),
    SCORE(":score >= c.threshold");

    /** Parts of the conditions; a class of its own, since constants cannot name fields that come after them. */
    private static final class Sql {

        static final String BY_TIER = """
                (select max(tier.percent)
                    from unnest(cast(:tierKeys as text[]), cast(cast(:tierPercents as text[]) as numeric[])) as tier (key, percent)
                    where tier.key = any(c.tiers))""";

        static final String ON_A_ROUTE = """
                exists (
                    select from user_route r
                    where r.user_id = u.id
                      and r.origins && cast(:from as text[])
                      and r.dests && cast(:to as text[])
                      and (r.cabin is null or cast(:cabin as text) is null or r.cabin = :cabin)
                      and (r.max_miles is null or :miles <= r.max_miles)
                      and (r.travel_from is null or cast(:travelTo as date) is null or :travelTo >= r.travel_from)
                      and (r.travel_to is null or cast(:travelFrom as date) is null or :travelFrom <= r.travel_to))""";

        private Sql() {}
    }

    private final String sql;

    Condition(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** Its name as it is printed. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them. */
    static String every() {
        return joined(List.of(values()));
    }

    /** All but the score: what is open already is no news, and has faded. */
    static String everyButScore() {
        return joined(Stream.of(values()).filter(each -> each != SCORE).toList());
    }

    /** Those that hold of someone, whatever the promo: that they may be sent anything about the programme. */
    static String reachable() {
        return joined(List.of(ACTIVE, UNMUTED));
    }

    /** Those for a fare on a route of theirs, beside a bonus on the way to it; its origins are those of the bonus. */
    static String forCombos() {
        return joined(List.of(ACTIVE, UNMUTED, PROGRAM, ORIGIN)) + "\nand " + Sql.ON_A_ROUTE;
    }

    /** Those for one of many fares on routes of theirs: the programme is a column, {@code seat.program}. */
    static String forFares() {
        return joined(List.of(ACTIVE, UNMUTED, PROGRAM)).replace(":program", "seat.program");
    }

    private static String joined(List<Condition> conditions) {
        return conditions.stream().map(Condition::sql).collect(Collectors.joining("\nand "));
    }

    /** All of them, each as a column of its own name. */
    static String columns() {
        return Stream.of(values())
                .map(each -> each.sql + " as is_" + each.slug())
                .collect(Collectors.joining(",\n"));
    }
}
