package org.milesbot.store.promo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.db.Database;
import org.milesbot.store.promo.SightingRows.Row;

/**
 * Keeps what sources reported. A fingerprint that nobody told before gets a promo of its own, which says what this
 * sighting says until it is settled ({@code store.dedupe}) which campaign it is. Keeping the same again changes nothing
 * but when it was last seen. All rows are written in one order, so that writers working in parallel wait for each other
 * and do not lock each other up.
 */
public final class Sightings {

    /** Also by the day that a sighting had, where it has another now. */
    private static final String QUEUE = """
            with changed as (
                select told.fingerprint, told.kind, told.program, told.published_at, known.published_at as had,
                    coalesce(told.published_at < cast(:quietBefore as timestamptz), false) as quiet
                from jsonb_populate_recordset(null::sighting, cast(:rows as jsonb)) as told
                left join sighting as known using (source_name, announcement, fingerprint)
                where known.number is null
                   or (known.base_pct, known.tiers, known.min_points, known.cap_points, known.start_time, known.end_dt,
                        known.end_time, known.taxes_brl, known.gain, known.origin_city, known.dest_city, known.trip,
                        known.travel_from, known.travel_to, known.rate_base, known.monthly_price_brl, known.evidence,
                        known.provenance, known.title, known.src_url, known.published_at)
                    is distinct from (told.base_pct, told.tiers, told.min_points, told.cap_points, told.start_time,
                        told.end_dt, told.end_time, told.taxes_brl, told.gain, told.origin_city, told.dest_city,
                        told.trip, told.travel_from, told.travel_to, told.rate_base, told.monthly_price_brl,
                        told.evidence, told.provenance, told.title, told.src_url, told.published_at))
            insert into unsettled (fingerprint, day, kind, program, quiet)
            select fingerprint, cast(at at time zone 'America/Sao_Paulo' as date) as day, kind, program, bool_and(quiet)
            from changed
            cross join lateral (values (published_at), (coalesce(had, published_at))) as published (at)
            group by fingerprint, day, kind, program
            order by fingerprint, day
            on conflict (fingerprint, day) do update
            set quiet = false
            where unsettled.quiet and not excluded.quiet
            """;

    private static final String INSERT_PROMOS = """
            insert into promo (
                id, fingerprint, kind, program, origins, bonus_pct, base_pct, tiers, min_points, cap_points,
                start_dt, start_time, end_dt, end_time, origin, dest, cabin, miles, taxes_brl,
                gain, origin_city, dest_city, trip, travel_from, travel_to,
                rate_max, rate_base, rate_unit, shops, plan, monthly_price_brl, evidence,
                source_name, provenance, title, src_url, published_at, date_suspect,
                fetched_at, first_seen, last_seen)
            select distinct on (fingerprint)
                id, fingerprint, kind, program, origins, bonus_pct, base_pct, tiers, min_points, cap_points,
                start_dt, start_time, end_dt, end_time, origin, dest, cabin, miles, taxes_brl,
                gain, origin_city, dest_city, trip, travel_from, travel_to,
                rate_max, rate_base, rate_unit, shops, plan, monthly_price_brl, evidence,
                source_name, provenance, title, src_url, published_at, date_suspect,
                fetched_at, first_seen, last_seen
            from jsonb_populate_recordset(null::promo, cast(:rows as jsonb)) as told
            where not exists (select from promo_fingerprint known where known.fingerprint = told.fingerprint)
            order by fingerprint
            on conflict (fingerprint) do nothing
            """;

    private static final String INSERT_FINGERPRINTS = """
            insert into promo_fingerprint (fingerprint, promo_id)
            select distinct on (fingerprint) fingerprint, id
            from jsonb_populate_recordset(null::promo, cast(:rows as jsonb))
            order by fingerprint
            on conflict (fingerprint) do nothing
            returning fingerprint
            """;

    private static final String UPSERT_SIGHTINGS = """
            insert into sighting (
                source_name, announcement, fingerprint, capture_id, plugin, parser_version,
                kind, program, origins, bonus_pct, base_pct, tiers, min_points, cap_points,
                start_dt, start_time, end_dt, end_time, origin, dest, cabin, miles, taxes_brl,
                gain, origin_city, dest_city, trip, travel_from, travel_to,
                rate_max, rate_base, rate_unit, shops, plan, monthly_price_brl, evidence,
                provenance, title, src_url, published_at, date_suspect, first_seen, last_seen)
            select distinct on (source_name, announcement, fingerprint)
                source_name, announcement, fingerprint, capture_id, plugin, parser_version,
                kind, program, origins, bonus_pct, base_pct, tiers, min_points, cap_points,
                start_dt, start_time, end_dt, end_time, origin, dest, cabin, miles, taxes_brl,
                gain, origin_city, dest_city, trip, travel_from, travel_to,
                rate_max, rate_base, rate_unit, shops, plan, monthly_price_brl, evidence,
                provenance, title, src_url, published_at, date_suspect, first_seen, last_seen
            from jsonb_populate_recordset(null::sighting, cast(:rows as jsonb))
            order by source_name, announcement, fingerprint
            on conflict (source_name, announcement, fingerprint) do update
            set capture_id = excluded.capture_id,
                plugin = excluded.plugin,
                parser_version = excluded.parser_version,
                base_pct = excluded.base_pct,
                tiers = excluded.tiers,
                min_points = excluded.min_points,
                cap_points = excluded.cap_points,
                start_time = excluded.start_time,
                end_dt = excluded.end_dt,
                end_time = excluded.end_time,
                taxes_brl = excluded.taxes_brl,
                gain = excluded.gain,
                origin_city = excluded.origin_city,
                dest_city = excluded.dest_city,
                trip = excluded.trip,
                travel_from = excluded.travel_from,
                travel_to = excluded.travel_to,
                rate_base = excluded.rate_base,
                monthly_price_brl = excluded.monthly_price_brl,
                evidence = excluded.evidence,
                provenance = excluded.provenance,
                title = excluded.title,
                src_url = excluded.src_url,
                published_at = excluded.published_at,
                date_suspect = excluded.date_suspect,
                first_seen = least(sighting.first_seen, excluded.first_seen),
                last_seen = excluded.last_seen
            where (sighting.last_seen, coalesce(sighting.capture_id, 0))
                <= (excluded.last_seen, coalesce(excluded.capture_id, 0))
            """;

    /** How long an announcement may be away from a page and still be the same one when it is back. */
    private static final Duration STAYS = Duration.ofDays(15);

    private final Database database;

    public Sightings(Database database) {
        this.database = database;
    }

    /** Keeps what a plug-in found by its own means, none of it history, in one transaction. */
    public List<StoredPromo> store(String plugin, int parserVersion, Instant fetchedAt, List<Sighted> found) {
        return store(plugin, parserVersion, fetchedAt, found, null);
    }

    /**
     * Keeps what a plug-in found by its own means, in one transaction.
     *
     * @param quietBefore what was published before this is history, of which nobody is to be told; null if nothing is
     * @return what became of each, in the same order
     */
    public List<StoredPromo> store(
            String plugin, int parserVersion, Instant fetchedAt, List<Sighted> found, @Nullable Instant quietBefore) {
        Origin origin = new Origin(plugin, null, parserVersion, fetchedAt, fetchedAt, quietBefore);
        return database.inTransaction(transaction -> put(transaction, origin, found));
    }

    /** Which of these announcements of a source have a sighting already. */
    public Set<String> known(SourceId source, Collection<String> announcements) {
        return database.with(open -> open.createQuery("""
                        select distinct announcement
                        from sighting
                        where source_name = :source
                          and announcement = any(:announcements)
                        """)
                .bind("source", source.value())
                .bindArray("announcements", String.class, announcements)
                .mapTo(String.class)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Keeps sightings as part of a transaction. */
    public static List<StoredPromo> put(Handle transaction, Origin origin, List<Sighted> found) {
        List<Row> rows = rows(transaction, origin, found);
        return write(transaction, origin, rows, SightingRows.toJson(origin, rows));
    }

    /**
     * Keeps sightings as all that a capture has to say: what it said before and does not say now is forgotten, and so
     * are promos that nothing supports any more.
     */
    public static List<StoredPromo> replace(Handle transaction, Origin origin, List<Sighted> found) {
        List<Row> rows = rows(transaction, origin, found);
        String json = SightingRows.toJson(origin, rows);
        List<StoredPromo> stored = write(transaction, origin, rows, json);
        forget(transaction, unsaid(transaction, origin, json));
        return stored;
    }

    private static List<StoredPromo> write(Handle transaction, Origin origin, List<Row> rows, String json) {
        if (rows.isEmpty()) {
            return List.of();
        }
        transaction
                .createUpdate(QUEUE)
                .bind("rows", json)
                .bind("quietBefore", origin.quietBefore())
                .execute();
        transaction.createUpdate(INSERT_PROMOS).bind("rows", json).execute();
        Set<Fingerprint> added =
                fingerprints(transaction.createQuery(INSERT_FINGERPRINTS).bind("rows", json));
        transaction.createUpdate(UPSERT_SIGHTINGS).bind("rows", json).execute();
        Map<Fingerprint, UUID> promos = promos(transaction, rows);
        return rows.stream().map(row -> stored(row, promos, added)).toList();
    }

    private static StoredPromo stored(Row row, Map<Fingerprint, UUID> promos, Set<Fingerprint> added) {
        UUID id = Objects.requireNonNull(promos.get(row.fingerprint()));
        return new StoredPromo(id, row.sighting(), added.remove(row.fingerprint()));
    }

    private static Set<Fingerprint> fingerprints(Query query) {
        return query.map((row, context) -> Fingerprint.ofBytes(row.getBytes("fingerprint")))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<Fingerprint, UUID> promos(Handle transaction, List<Row> rows) {
        return transaction
                .createQuery("""
                        select fingerprint, promo_id
                        from promo_fingerprint
                        where fingerprint = any(:fingerprints)
                        """)
                .bindArray(
                        "fingerprints",
                        byte[].class,
                        rows.stream()
                                .map(row -> row.fingerprint().toBytes())
                                .distinct()
                                .toList())
                .reduceRows(new HashMap<>(), (known, row) -> {
                    known.put(
                            Fingerprint.ofBytes(row.getColumn("fingerprint", byte[].class)),
                            row.getColumn("promo_id", UUID.class));
                    return known;
                });
    }

    /** The promos that lose a sighting, locked; what remains of them is to be settled anew. */
    private static List<UUID> unsaid(Handle transaction, Origin origin, String json) {
        return transaction
                .createQuery("""
                        with unsaid as (
                            delete from sighting
                            where capture_id = :capture
                              and (source_name, announcement, fingerprint) not in (
                                select source_name, announcement, fingerprint
                                from jsonb_populate_recordset(null::sighting, cast(:rows as jsonb)))
                            returning fingerprint, kind, program, published_at),
                        queued as (
                            insert into unsettled (fingerprint, day, kind, program)
                            select distinct
                                fingerprint, cast(published_at at time zone 'America/Sao_Paulo' as date) as day,
                                kind, program
                            from unsaid
                            order by fingerprint, day
                            on conflict do nothing),
                        concerned as (
                            select distinct promo_id
                            from promo_fingerprint
                            where fingerprint in (select fingerprint from unsaid))
                        select id
                        from promo
                        where id in (select promo_id from concerned)
                        order by fingerprint
                        for update
                        """)
                .bind("capture", origin.captureId())
                .bind("rows", json)
                .mapTo(UUID.class)
                .list();
    }

    // Statements of their own: they see what others had added before the rows were locked.
    private static void forget(Handle transaction, List<UUID> promos) {
        transaction.createUpdate("""
                        delete from promo_fingerprint
                        where promo_id = any(:promos)
                          and not exists (
                            select from sighting where sighting.fingerprint = promo_fingerprint.fingerprint)
                        """).bindArray("promos", UUID.class, promos).execute();
        transaction.createUpdate("""
                        delete from promo
                        where id = any(:promos)
                          and not exists (select from promo_fingerprint where promo_id = promo.id)
                        """).bindArray("promos", UUID.class, promos).execute();
    }

    /**
     * A page that does not say when it was published counts as published when it was fetched, which is later each time.
     * Therefore an announcement keeps the instant it was first reported with, as long as it stays on the page: without
     * it, a promo without dates would be another one each day.
     */
    private static List<Row> rows(Handle transaction, Origin origin, List<Sighted> found) {
        Map<SourceId, Map<String, Instant>> reported = found.stream()
                .map(one -> one.sighting().source())
                .distinct()
                .collect(Collectors.toMap(source -> source, source -> reported(transaction, origin, source, found)));
        return found.stream()
                .map(one -> row(
                        one, Objects.requireNonNull(reported.get(one.sighting().source()))))
                .toList();
    }

    private static Row row(Sighted one, Map<String, Instant> reported) {
        Sighting said = one.sighting();
        Instant known = reported.getOrDefault(one.announcementId(), said.publishedAt());
        Instant published = known.isBefore(said.publishedAt()) ? known : said.publishedAt();
        Sighting kept =
                new Sighting(said.promo(), said.source(), said.provenance(), said.title(), said.url(), published);
        return new Row(one.announcementId(), Fingerprint.of(said.promo(), published), kept);
    }

    private static Map<String, Instant> reported(
            Handle transaction, Origin origin, SourceId source, List<Sighted> found) {
        return transaction
                .createQuery("""
                        select announcement, min(published_at) as published_at
                        from sighting
                        where source_name = :source
                          and announcement = any(:announcements)
                          and first_seen <= :until
                          and last_seen >= :from
                        group by announcement
                        """)
                .bind("source", source.value())
                .bindArray(
                        "announcements",
                        String.class,
                        found.stream().map(Sighted::announcementId).toList())
                .bind("until", origin.lastSeen().plus(STAYS))
                .bind("from", origin.firstSeen().minus(STAYS))
                .reduceRows(new HashMap<>(), (first, row) -> {
                    first.put(
                            row.getColumn("announcement", String.class), row.getColumn("published_at", Instant.class));
                    return first;
                });
    }
}
