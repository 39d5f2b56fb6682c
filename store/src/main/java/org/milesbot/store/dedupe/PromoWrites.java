package org.milesbot.store.dedupe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.dedupe.Campaign.Reason;
import org.milesbot.store.promo.Fingerprint;
import org.milesbot.store.promo.PromoState;

/** Writes promos, and writes only what is not there yet. */
final class PromoWrites {

    private static final int AT_ONCE = 10_000;

    private static final String INSERT = """
            insert into promo (
                id, fingerprint, kind, program, origins, tiers, evidence, source_name, provenance, title, src_url,
                published_at, date_suspect, fetched_at, first_seen, last_seen)
            select added.id, added.founder, sighting.kind, sighting.program, '{}', '[]', '{}', sighting.source_name,
                sighting.provenance, sighting.title, sighting.src_url, sighting.published_at, false, sighting.last_seen,
                sighting.first_seen, sighting.last_seen
            from unnest(:ids, :founders, :heads) as added (id, founder, head)
            join sighting on sighting.number = added.head
            """;

    private static final String ASSIGN = """
            insert into promo_fingerprint as known (fingerprint, promo_id, like_that, agreed, differed, margin)
            select fingerprint, promo_id, like_that, string_to_array(agreed, ','), string_to_array(differed, ','), margin
            from unnest(:fingerprints, :promos, :likes, :agreed, :differed, :margins)
                as settled (fingerprint, promo_id, like_that, agreed, differed, margin)
            on conflict (fingerprint) do update
            set promo_id = excluded.promo_id,
                like_that = excluded.like_that,
                agreed = excluded.agreed,
                differed = excluded.differed,
                margin = excluded.margin
            where (known.promo_id, known.like_that, known.agreed, known.differed, known.margin)
                is distinct from
                (excluded.promo_id, excluded.like_that, excluded.agreed, excluded.differed, excluded.margin)
            """;

    /** The columns of a promo that are told by its sightings, and from which of them each comes. */
    private static final Map<String, String> COLUMNS = columns();

    private static final String TELL = """
            with told as (
                select *
                from unnest(:ids, :head, :origins, :bonus, :start, :end, :terms, :states, :published)
                    as told (id, head, origins, bonus, start, "end", terms, state, published_at)),
            fresh as (
                select told.id, %s
                from told
                join sighting head on head.number = told.head
                join sighting bonus on bonus.number = told.bonus
                left join sighting origins on origins.number = told.origins
                left join sighting start on start.number = told.start
                left join sighting "end" on "end".number = told."end"
                left join sighting terms on terms.number = told.terms
                cross join lateral (
                    select min(sighting.first_seen) as first, max(sighting.last_seen) as last
                    from promo_fingerprint mine
                    join sighting using (fingerprint)
                    where mine.promo_id = told.id) as seen)
            update promo
            set (%s, settled_at) = (select %s, cast(:now as timestamptz))
            from fresh
            where promo.id = fresh.id
              and (promo.settled_at is null or (%s) is distinct from (%s))
            returning promo.id
            """.formatted(
                    COLUMNS.entrySet().stream()
                            .map(column -> column.getValue() + " as " + column.getKey())
                            .collect(Collectors.joining(", ")),
                    listed(""),
                    listed("fresh."),
                    listed("promo."),
                    listed("fresh."));

    private final Handle transaction;

    PromoWrites(Handle transaction) {
        this.transaction = transaction;
    }

    private static Map<String, String> columns() {
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
        columns.put("first_seen", "seen.first");
        columns.put("last_seen", "seen.last");
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

    private static String listed(String prefix) {
        return COLUMNS.keySet().stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    /** A campaign as it is to be written. */
    record Telling(UUID id, Campaign campaign, Account account, PromoState state) {

        private @Nullable Long number(Part part) {
            Witness witness = account.told().get(part);
            return witness == null ? null : witness.number();
        }
    }

    /** Adds promos that are not there. */
    void insert(List<Telling> added) {
        each(
                added,
                some -> transaction
                        .createUpdate(INSERT)
                        .bind("ids", array(some, Telling::id, UUID[]::new))
                        .bind(
                                "founders",
                                array(
                                        some,
                                        telling -> telling.campaign()
                                                .first()
                                                .fingerprint()
                                                .toBytes(),
                                        byte[][]::new))
                        .bind("heads", array(some, telling -> telling.number(Part.HEAD), Long[]::new))
                        .execute());
    }

    /** Puts fingerprints to their promos. */
    void assign(List<Telling> tellings) {
        List<Assigned> assigned =
                tellings.stream().flatMap(telling -> assigned(telling).stream()).toList();
        each(
                assigned,
                some -> transaction
                        .createUpdate(ASSIGN)
                        .bind(
                                "fingerprints",
                                array(some, each -> each.fingerprint().toBytes(), byte[][]::new))
                        .bind("promos", array(some, Assigned::promo, UUID[]::new))
                        .bind("likes", array(some, Assigned::likeThatBytes, byte[][]::new))
                        .bind("agreed", array(some, Assigned::agreed, String[]::new))
                        .bind("differed", array(some, Assigned::differed, String[]::new))
                        .bind("margins", array(some, Assigned::margin, Integer[]::new))
                        .execute());
    }

    private record Assigned(
            Fingerprint fingerprint,
            UUID promo,
            @Nullable Fingerprint likeThat,
            String agreed,
            String differed,
            @Nullable Integer margin) {

        private byte @Nullable [] likeThatBytes() {
            return likeThat == null ? null : likeThat.toBytes();
        }
    }

    private static List<Assigned> assigned(Telling telling) {
        List<Assigned> all = new ArrayList<>();
        Map<Fingerprint, Reason> reasons = telling.campaign().reasons();
        for (Told told : telling.campaign().told()) {
            Reason reason = reasons.get(told.fingerprint());
            all.add(
                    reason == null
                            ? new Assigned(told.fingerprint(), telling.id(), null, "", "", null)
                            : new Assigned(
                                    told.fingerprint(),
                                    telling.id(),
                                    reason.likeThat(),
                                    slugs(reason.likeness().agreed()),
                                    slugs(reason.likeness().differed()),
                                    reason.likeness().margin()));
        }
        return all;
    }

    private static String slugs(Collection<Trait> traits) {
        return traits.stream().map(Trait::slug).collect(Collectors.joining(","));
    }

    /** Makes promos tell what their sightings amount to; returns those that told something else before. */
    List<UUID> tell(List<Telling> tellings, Instant now) {
        List<UUID> changed = new ArrayList<>();
        each(tellings, some -> {
            var query = transaction
                    .createQuery(TELL)
                    .bind("now", now)
                    .bind("ids", array(some, Telling::id, UUID[]::new))
                    .bind("states", array(some, telling -> telling.state().slug(), String[]::new))
                    .bind(
                            "published",
                            array(some, telling -> telling.account().firstAt().toString(), String[]::new));
            for (Part part : Part.values()) {
                query.bind(part.slug(), array(some, telling -> telling.number(part), Long[]::new));
            }
            bindFields(query);
            changed.addAll(query.mapTo(UUID.class).list());
        });
        return changed;
    }

    private static void bindFields(SqlStatement<?> statement) {
        List<String> all = new ArrayList<>();
        for (Part part : EnumSet.complementOf(EnumSet.of(Part.HEAD))) {
            statement.bindArray(fields(part), String.class, part.fields());
            all.addAll(part.fields());
        }
        statement.bindArray("allFields", String.class, all);
    }

    /** Lets promos go that turned out to be another, or that nothing supports any more. */
    void remove(Map<UUID, UUID> merged, Collection<UUID> empty, Instant now) {
        if (!merged.isEmpty()) {
            transaction
                    .createUpdate("""
                            with merged as (select * from unnest(:from, :into) as merged (id, promo_id)),
                            repointed as (
                                update promo_alias alias
                                set promo_id = merged.promo_id
                                from merged
                                where alias.promo_id = merged.id)
                            insert into promo_alias (id, promo_id, merged_at)
                            select merged.id, merged.promo_id, :now
                            from merged
                            where exists (select from promo_event where promo_event.promo_id = merged.id)
                            on conflict (id) do update
                            set promo_id = excluded.promo_id, merged_at = excluded.merged_at
                            """)
                    .bind("from", array(List.copyOf(merged.entrySet()), Map.Entry::getKey, UUID[]::new))
                    .bind("into", array(List.copyOf(merged.entrySet()), Map.Entry::getValue, UUID[]::new))
                    .bind("now", now)
                    .execute();
        }
        List<UUID> gone =
                Stream.concat(merged.keySet().stream(), empty.stream()).toList();
        if (!gone.isEmpty()) {
            transaction
                    .createUpdate("delete from promo where id = any(:gone)")
                    .bind("gone", gone.toArray(UUID[]::new))
                    .execute();
        }
    }

    private static <T> void each(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private static <T, V> V[] array(List<T> rows, Function<T, ? extends @Nullable V> value, IntFunction<V[]> type) {
        return rows.stream().map(value).toArray(type);
    }
}
