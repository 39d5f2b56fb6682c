package org.milesbot.store.dedupe;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.source.Provenance;
import org.milesbot.store.promo.Fingerprint;
import org.milesbot.store.promo.StoredJson;

/** Reads sightings from the database, as far as they tell campaigns apart. */
final class WitnessRows {

    private static final int AT_ONCE = 5_000;

    /**
     * The newer answers of the page that an official sighting is about, in which the page does not have it any more.
     */
    static final String GONE = """
            from capture kept
            join capture newer using (source, requested_url)
            where kept.id = sighting.capture_id
              and sighting.provenance = 'official'
              and sighting.src_url in (kept.requested_url, kept.final_url)
              and newer.fetched_at > kept.last_seen
              and not exists (
                select
                from sighting again
                where again.capture_id = newer.id
                  and again.source_name = sighting.source_name
                  and again.announcement = sighting.announcement)""";

    private static final String HAS_TERMS = """
            num_nonnulls(sighting.gain, sighting.origin_city, sighting.origin, sighting.dest_city, sighting.dest,
                sighting.cabin, sighting.miles, sighting.rate_max, sighting.plan, sighting.monthly_price_brl) > 0
                or sighting.shops <> '{}'
            """;

    private static final String ALL = """
            select sighting.number, sighting.fingerprint, sighting.source_name, sighting.provenance,
                sighting.published_at, sighting.first_seen, sighting.last_seen,
                array_to_string(sighting.origins, ',') as origins, sighting.bonus_pct, sighting.base_pct, sighting.tiers,
                sighting.start_dt, sighting.end_dt, sighting.date_suspect, sighting.gain,
                coalesce(sighting.origin_city, sighting.origin) as fare_from,
                coalesce(sighting.dest_city, sighting.dest) as fare_to,
                sighting.cabin, sighting.miles, sighting.rate_max, sighting.shops, sighting.plan,
                sighting.monthly_price_brl,
                sighting.title, sighting.evidence ->> 'end' as end_words,
                %s as has_terms,
                %s as proven,
                case sighting.provenance when 'official' then (select min(newer.fetched_at) %s) end as gone_at
            from sighting
            """.formatted(HAS_TERMS, proven(), GONE);

    private final Handle transaction;

    /** Many say the same, in the same words. */
    private final Map<Object, Object> shared = new HashMap<>();

    private final Map<ByteBuffer, Fingerprint> fingerprints = new HashMap<>();
    private final Map<String, Set<String>> origins = new HashMap<>();
    private final Map<Integer, Set<Part>> proven = new HashMap<>();

    WitnessRows(Handle transaction) {
        this.transaction = transaction;
    }

    private static EnumSet<Part> provable() {
        return EnumSet.complementOf(EnumSet.of(Part.HEAD));
    }

    /** The parts that have evidence as bits, in the order of {@link #provable}: one number is read faster than five truths. */
    private static String proven() {
        List<String> bits = new ArrayList<>();
        for (Part part : provable()) {
            bits.add("case when %s then %d else 0 end".formatted(proven(part), 1 << bits.size()));
        }
        return String.join(" | ", bits);
    }

    /** Asked of terms only where there are any: they have many fields. */
    private static String proven(Part part) {
        String any = part.fields().stream()
                .map("jsonb_exists(sighting.evidence, '%s')"::formatted)
                .collect(Collectors.joining(" or ", "(", ")"));
        return part == Part.TERMS ? "(" + HAS_TERMS + ") and " + any : any;
    }

    /** The groups of a block. */
    List<Told> of(Block block) {
        return grouped(transaction
                .createQuery(ALL + "where sighting.kind = :kind and sighting.program = :program")
                .bind("kind", block.kind())
                .bind("program", block.program()));
    }

    /** The groups of a block that have a sighting published in some days, with all their sightings. */
    List<Told> of(Block block, Days days) {
        return grouped(transaction
                .createQuery(ALL + """
                        where sighting.fingerprint = any(array(
                            select distinct near.fingerprint
                            from sighting near
                            where near.kind = :kind
                              and near.program = :program
                              and near.published_at >= :from
                              and near.published_at < :until))
                        """)
                .bind("kind", block.kind())
                .bind("program", block.program())
                .bind("from", days.from())
                .bind("until", days.until()));
    }

    private List<Told> grouped(Query query) {
        Map<Fingerprint, List<Witness>> groups = new HashMap<>();
        query.setFetchSize(AT_ONCE)
                .map((row, context) -> witness(row))
                .forEach(witness -> groups.computeIfAbsent(witness.fingerprint(), any -> new ArrayList<>(2))
                        .add(witness));
        return groups.values().stream().map(Told::of).toList();
    }

    private Witness witness(ResultSet row) throws SQLException {
        return new Witness(
                row.getLong("number"),
                fingerprint(row.getBytes("fingerprint")),
                share(row.getString("source_name")),
                Provenance.valueOf(row.getString("provenance").toUpperCase(Locale.ROOT)),
                instant(row, "published_at"),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                row.getObject("gone_at") == null ? null : instant(row, "gone_at"),
                claim(row),
                row.getBoolean("date_suspect"),
                proven(row.getInt("proven")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Fingerprint fingerprint(byte[] bytes) {
        return fingerprints.computeIfAbsent(ByteBuffer.wrap(bytes), any -> Fingerprint.ofBytes(bytes));
    }

    private Set<Part> proven(int bits) {
        return proven.computeIfAbsent(bits, any -> {
            Set<Part> parts = provable();
            int bit = 0;
            for (Part part : provable()) {
                if ((bits & 1 << bit++) == 0) {
                    parts.remove(part);
                }
            }
            return parts;
        });
    }

    private Set<String> origins(String written) {
        return origins.computeIfAbsent(written, any -> any.isEmpty() ? Set.of() : Set.of(any.split(",")));
    }

    private Claim claim(ResultSet row) throws SQLException {
        Bonus bonus = new Bonus(
                percent(row.getBigDecimal("bonus_pct")),
                percent(row.getBigDecimal("base_pct")),
                StoredJson.tiers(row.getString("tiers")),
                null,
                null);
        return new Claim(
                origins(row.getString("origins")),
                bonus.highest(),
                bonus.base(),
                share(Claim.lesser(bonus)),
                Claim.isForSomeOnly(bonus),
                row.getObject("start_dt", LocalDate.class),
                row.getBoolean("date_suspect") ? null : row.getObject("end_dt", LocalDate.class),
                Claim.isProlonged(row.getString("title"), row.getString("end_words")),
                row.getBoolean("has_terms") ? share(terms(row)) : Terms.NONE);
    }

    private static Terms terms(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal("monthly_price_brl");
        BigDecimal rate = row.getBigDecimal("rate_max");
        String plan = row.getString("plan");
        return new Terms(
                row.getString("gain"),
                row.getString("fare_from"),
                row.getString("fare_to"),
                row.getString("cabin"),
                row.getObject("miles", Long.class),
                rate == null ? null : rate.stripTrailingZeros(),
                Stream.of((String[]) row.getArray("shops").getArray())
                        .map(Terms::small)
                        .collect(Collectors.toUnmodifiableSet()),
                plan == null ? null : Terms.small(plan),
                price == null ? null : price.stripTrailingZeros());
    }

    private @Nullable Percent percent(@Nullable BigDecimal value) {
        return value == null ? null : share(new Percent(value));
    }

    @SuppressWarnings("unchecked")
    private <T> T share(T value) {
        return (T) Objects.requireNonNull(shared.computeIfAbsent(value, same -> same));
    }
}
