package org.milesbot.store.promo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.db.Database;
import org.milesbot.store.promo.SightingRows.Row;

/**
 * Keeps what sources reported, and the promos that it amounts to. Keeping the same again changes nothing but when it was
 * last seen. All rows are written in one order, so that writers working in parallel wait for each other and do not lock
 * each other up.
 */
public final class Sightings {

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
            from jsonb_populate_recordset(null::promo, cast(:rows as jsonb))
            order by fingerprint
            on conflict (fingerprint) do update
            set first_seen = least(promo.first_seen, excluded.first_seen),
                last_seen = greatest(promo.last_seen, excluded.last_seen)
            returning id, xmax = 0 as is_new
            """;

    private static final String UPSERT_SIGHTINGS = """
            insert into sighting (
                source_name, announcement, fingerprint, promo_id, capture_id, plugin, parser_version,
                kind, program, origins, bonus_pct, base_pct, tiers, min_points, cap_points,
                start_dt, start_time, end_dt, end_time, origin, dest, cabin, miles, taxes_brl,
                gain, origin_city, dest_city, trip, travel_from, travel_to,
                rate_max, rate_base, rate_unit, shops, plan, monthly_price_brl, evidence,
                provenance, title, src_url, published_at, date_suspect, first_seen, last_seen)
            select distinct on (source_name, announcement, fingerprint)
                source_name, announcement, fingerprint, promo_id, capture_id, plugin, parser_version,
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

    private static final String FOLLOW_LEADING_SIGHTING = """
            update promo
            set (base_pct, tiers, min_points, cap_points, start_time, end_dt, end_time, taxes_brl, gain,
                    origin_city, dest_city, trip, travel_from, travel_to, rate_base, monthly_price_brl,
                    evidence, source_name, provenance, title, src_url, published_at, date_suspect, fetched_at)
                = (foremost.base_pct, foremost.tiers, foremost.min_points, foremost.cap_points,
                    foremost.start_time, foremost.end_dt, foremost.end_time, foremost.taxes_brl, foremost.gain,
                    foremost.origin_city, foremost.dest_city, foremost.trip, foremost.travel_from,
                    foremost.travel_to, foremost.rate_base, foremost.monthly_price_brl, foremost.evidence,
                    foremost.source_name, foremost.provenance, foremost.title, foremost.src_url,
                    foremost.published_at, foremost.date_suspect, foremost.last_seen)
            from (
                select distinct on (promo_id)
                    promo_id, base_pct, tiers, min_points, cap_points, start_time, end_dt, end_time, taxes_brl,
                    gain, origin_city, dest_city, trip, travel_from, travel_to, rate_base, monthly_price_brl,
                    evidence, source_name, provenance, title, src_url, published_at, date_suspect, last_seen
                from sighting
                where promo_id = any(:promos)
                order by promo_id, array_position(array['official', 'blog', 'channel', 'rumour'], provenance),
                    published_at, source_name, announcement) as foremost
            where promo.id = foremost.promo_id
              and (promo.base_pct, promo.tiers, promo.min_points, promo.cap_points, promo.start_time,
                    promo.end_dt, promo.end_time, promo.taxes_brl, promo.gain, promo.origin_city,
                    promo.dest_city, promo.trip, promo.travel_from, promo.travel_to, promo.rate_base,
                    promo.monthly_price_brl, promo.evidence, promo.source_name, promo.provenance, promo.title,
                    promo.src_url, promo.published_at, promo.date_suspect, promo.fetched_at)
                is distinct from (foremost.base_pct, foremost.tiers, foremost.min_points, foremost.cap_points,
                    foremost.start_time, foremost.end_dt, foremost.end_time, foremost.taxes_brl, foremost.gain,
                    foremost.origin_city, foremost.dest_city, foremost.trip, foremost.travel_from,
                    foremost.travel_to, foremost.rate_base, foremost.monthly_price_brl, foremost.evidence,
                    foremost.source_name, foremost.provenance, foremost.title, foremost.src_url,
                    foremost.published_at, foremost.date_suspect, foremost.last_seen)
            """;

    /** How long an announcement may be away from a page and still be the same one when it is back. */
    private static final Duration STAYS = Duration.ofDays(15);

    /** Stands for the id of a promo that was there before. */
    private static final UUID ABSENT = new UUID(0, 0);

    private final Database database;

    public Sightings(Database database) {
        this.database = database;
    }

    /**
     * Keeps what a plug-in found by its own means, in one transaction.
     *
     * @return what became of each, in the same order
     */
    public List<StoredPromo> store(String plugin, int parserVersion, Instant fetchedAt, List<Sighted> found) {
        Origin origin = new Origin(plugin, null, parserVersion, fetchedAt, fetchedAt);
        return database.inTransaction(transaction -> put(transaction, origin, found));
    }

    /** Keeps sightings as part of a transaction. */
    public static List<StoredPromo> put(Handle transaction, Origin origin, List<Sighted> found) {
        List<Row> rows = rows(transaction, origin, found);
        return write(transaction, rows, SightingRows.toJson(origin, rows));
    }

    /**
     * Keeps sightings as all that a capture has to say: what it said before and does not say now is forgotten, and so
     * are promos that nothing supports any more.
     */
    public static List<StoredPromo> replace(Handle transaction, Origin origin, List<Sighted> found) {
        List<Row> rows = rows(transaction, origin, found);
        String json = SightingRows.toJson(origin, rows);
        List<StoredPromo> stored = write(transaction, rows, json);
        forget(transaction, unsaid(transaction, origin, json));
        return stored;
    }

    private static List<StoredPromo> write(Handle transaction, List<Row> rows, String json) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<UUID> added = new HashSet<>(transaction
                .createQuery(INSERT_PROMOS)
                .bind("rows", json)
                .map((row, context) -> row.getBoolean("is_new") ? row.getObject("id", UUID.class) : ABSENT)
                .list());
        transaction.createUpdate(UPSERT_SIGHTINGS).bind("rows", json).execute();
        follow(
                transaction,
                rows.stream().map(row -> row.fingerprint().promoId()).toList());
        return rows.stream().map(row -> stored(row, added)).toList();
    }

    private static StoredPromo stored(Row row, Set<UUID> added) {
        UUID id = row.fingerprint().promoId();
        return new StoredPromo(id, row.sighting(), added.remove(id));
    }

    private static List<UUID> unsaid(Handle transaction, Origin origin, String json) {
        return transaction
                .createQuery("""
                        with unsaid as (
                            delete from sighting
                            where capture_id = :capture
                              and (source_name, announcement, fingerprint) not in (
                                select source_name, announcement, fingerprint
                                from jsonb_populate_recordset(null::sighting, cast(:rows as jsonb)))
                            returning promo_id)
                        select promo.id
                        from promo
                        where promo.id in (select promo_id from unsaid)
                        order by promo.fingerprint
                        for update
                        """)
                .bind("capture", origin.captureId())
                .bind("rows", json)
                .mapTo(UUID.class)
                .list();
    }

    private static void forget(Handle transaction, List<UUID> promos) {
        // A statement of its own: it sees what others had added before the rows were locked.
        transaction.createUpdate("""
                        delete from promo
                        where id = any(:promos)
                          and not exists (select from sighting where sighting.promo_id = promo.id)
                        """).bindArray("promos", UUID.class, promos).execute();
        follow(transaction, promos);
    }

    private static void follow(Handle transaction, List<UUID> promos) {
        transaction
                .createUpdate(FOLLOW_LEADING_SIGHTING)
                .bindArray("promos", UUID.class, promos)
                .execute();
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
