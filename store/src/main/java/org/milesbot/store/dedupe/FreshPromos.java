package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of promos as their sightings tell them now: a part of a statement, and what is bound to it. */
final class FreshPromos {

    /** The columns of a promo that are told by its sightings, and from which of them each comes. */
    private static final Map<String, String> COLUMNS = columnsOfTold();

    /** Defines the table {@code fresh}: id, founder, kind, program, and the columns of {@link #columns}. */
    static final String WITH = """
            with told as (
                select *
                from unnest(
                    :ids, :founders, :head, :origins, :bonus, :start, :end, :terms,
                    :states, :published, :firstSeen, :lastSeen)
                    as told (
                        id, founder, head, origins, bonus, start, "end", terms,
                        state, published_at, first_seen, last_seen)),
            fresh as (
                select told.id, told.founder, head.kind, head.program, %s
                from told
                join sighting head on head.number = told.head
                join sighting bonus on bonus.number = told.bonus
                left join sighting origins on origins.number = told.origins
                left join sighting start on start.number = told.start
                left join sighting "end" on "end".number = told."end"
                left join sighting terms on terms.number = told.terms)
            """.formatted(COLUMNS.entrySet().stream()
            .map(column -> column.getValue() + " as " + column.getKey())
            .collect(Collectors.joining(", ")));

    private FreshPromos() {}

    private static Map<String, String> columnsOfTold() {
        Map<String, String> columns = new LinkedHashMap<>();
        Stream.of("source_name", "provenance", "title", "src_url")
                .forEach(column -> columns.put(column, "head." + column));
        columns.put("fetched_at", "head.last_seen");
        columns.put("origins", "coalesce(origins.origins, '{}')");
        Stream.of("bonus_pct", "base_pct", "tiers", "min_points", "cap_points", "gain")
                .forEach(column -> columns.put(column, "bonus." + column));
        Stream.of("start_dt", "start_time").forEach(column -> columns.put(column, "start." + column));
        Stream.of("end_dt", "end_time").forEach(column -> columns.put(column, "\"end\"." + column));
        columns.put("date_suspect", "coalesce(\"end\".date_suspect, false)");
        Stream.of(
                        "origin",
                        "dest",
                        "cabin",
                        "miles",
                        "taxes_brl",
                        "origin_city",
                        "dest_city",
                        "trip",
                        "travel_from",
                        "travel_to",
                        "rate_max",
                        "rate_base",
                        "rate_unit",
                        "plan",
                        "monthly_price_brl")
                .forEach(column -> columns.put(column, "terms." + column));
        columns.put("shops", "coalesce(terms.shops, '{}')");
        columns.put("evidence", evidence());
        columns.put("state", "told.state");
        columns.put("published_at", "cast(told.published_at as timestamptz)");
        columns.put("first_seen", "cast(told.first_seen as timestamptz)");
        columns.put("last_seen", "cast(told.last_seen as timestamptz)");
        columns.put("told_by", toldBy());
        return columns;
    }

    /** The words of each part come from the sighting that tells it. */
    private static String evidence() {
        String words = EnumSet.complementOf(EnumSet.of(Part.HEAD)).stream()
                .map(part -> "select * from jsonb_each(\"%s\".evidence) where key = any(:%s)"
                        .formatted(part.slug(), fields(part)))
                .collect(Collectors.joining(" union all "));
        return "(select coalesce(jsonb_object_agg(key, value), '{}') from (" + words
                + " union all select * from jsonb_each(head.evidence) where not key = any(:allFields)) as words)";
    }

    private static String fields(Part part) {
        return part.slug() + "Fields";
    }

    private static String toldBy() {
        return Stream.of(Part.values())
                .map(part -> "'%s', told.\"%s\"".formatted(part.slug(), part.slug()))
                .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))"));
    }

    /** The names of the columns with a prefix, such as {@code fresh.}, with commas between. */
    static String columns(String prefix) {
        return COLUMNS.keySet().stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    /** Binds what {@link #WITH} is made of. */
    static <S extends SqlStatement<S>> S bind(S statement, List<Telling> tellings) {
        statement
                .bind("ids", array(tellings, Telling::id, UUID[]::new))
                .bind(
                        "founders",
                        array(
                                tellings,
                                telling ->
                                        telling.campaign().first().fingerprint().toBytes(),
                                byte[][]::new))
                .bind("states", strings(tellings, telling -> telling.state().slug()))
                .bind(
                        "published",
                        strings(tellings, telling -> telling.account().firstAt()))
                .bind(
                        "firstSeen",
                        strings(tellings, telling -> telling.account().firstSeen()))
                .bind("lastSeen", strings(tellings, telling -> telling.account().lastSeen()));
        for (Part part : Part.values()) {
            statement.bind(part.slug(), array(tellings, telling -> telling.number(part), Long[]::new));
        }
        return bindFields(statement);
    }

    private static <S extends SqlStatement<S>> S bindFields(S statement) {
        List<String> all = new ArrayList<>();
        for (Part part : EnumSet.complementOf(EnumSet.of(Part.HEAD))) {
            statement.bindArray(fields(part), String.class, part.fields());
            all.addAll(part.fields());
        }
        return statement.bindArray("allFields", String.class, all);
    }

    private static String[] strings(List<Telling> tellings, Function<Telling, Object> value) {
        return array(tellings, telling -> value.apply(telling).toString(), String[]::new);
    }

    private static <V> V[] array(
            List<Telling> tellings, Function<Telling, ? extends @Nullable V> value, IntFunction<V[]> type) {
        return tellings.stream().map(value).toArray(type);
    }
}
