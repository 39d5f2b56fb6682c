package org.milesbot.store.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the words of a campaign, in PostgreSQL's language of them. An empty one is no condition.
 *
 * @param named what is true of those whose fields were named
 * @param found what is true of all that are found
 */
record Words(String named, String found) {

    private record Typed(String words, String fields) {}

    /** What was typed, in any of its readings. */
    static Words of(Handle open, SearchQuery query) {
        List<String> texts = new ArrayList<>();
        texts.add(query.text());
        query.readings().forEach(reading -> texts.add(reading.rest()));
        List<Typed> typed = open.createQuery("""
                        select cast(search_words(written) as text) as words,
                            cast(search_fields(search_words(written)) as text) as fields
                        from unnest(:texts) with ordinality as texts (written, number)
                        order by number
                        """)
                .bindArray("texts", String.class, texts)
                .map((row, context) -> new Typed(row.getString("words"), row.getString("fields")))
                .list();
        List<String> readings = new ArrayList<>();
        for (int i = 0; i < query.readings().size(); i++) {
            readings.add(all(fields(query.readings().get(i)), typed.get(i + 1).words()));
        }
        return new Words(
                any(typed.get(0).fields(), any(readings)), any(typed.get(0).words(), any(readings)));
    }

    private static String fields(Reading reading) {
        return all(
                only(reading.programs(), reading.origins(), reading.kinds(), reading.year()),
                reading.percent() == null ? "" : field("percent", reading.percent()));
    }

    /** The fields that are one of those given. */
    static String only(Collection<?> programs, Collection<?> origins, Collection<?> kinds, @Nullable Integer year) {
        return all(
                any(programs.stream().map(program -> field("program", program)).toList()),
                origins.isEmpty()
                        ? ""
                        : any(Stream.concat(origins.stream(), Stream.of("*"))
                                .map(origin -> field("origin", origin))
                                .toList()),
                any(kinds.stream().map(kind -> field("kind", kind)).toList()),
                year == null ? "" : field("year", year));
    }

    /** Slugs, numbers and {@code *} need no escape. */
    private static String field(String name, Object value) {
        return "'" + name + ":" + value + "'";
    }

    static String all(String... conditions) {
        return joined(List.of(conditions), " & ");
    }

    private static String any(String... conditions) {
        return any(List.of(conditions));
    }

    private static String any(List<String> conditions) {
        return joined(conditions, " | ");
    }

    static String without(String condition, String excluded) {
        return excluded.isEmpty() ? condition : all(condition, "!(" + excluded + ")");
    }

    private static String joined(List<String> conditions, String sign) {
        return conditions.stream()
                .filter(condition -> !condition.isEmpty())
                .map(condition -> "(" + condition + ")")
                .collect(Collectors.joining(sign));
    }
}
