package org.milesbot.store.dedupe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.db.Database;
import org.milesbot.store.dedupe.Dossier.Grounds;
import org.milesbot.store.dedupe.Dossier.Witnessed;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.PromoRowMapper;
import org.milesbot.store.promo.PromoState;

/** Finds all there is to say of a campaign. */
public final class Dossiers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXAMPLE = "00000000-0000-0000-0000-000000000000";

    private final Database database;

    public Dossiers(Database database) {
        this.database = database;
    }

    /**
     * The ids of the campaigns whose id begins so; also by an id that a campaign had before it turned out to be another.
     *
     * @param prefix hexadecimal digits and hyphens
     * @param limit at most so many
     */
    public List<UUID> named(String prefix, int limit) {
        String typed = prefix.toLowerCase(Locale.ROOT);
        return isBeginning(typed) ? between(filled(typed, '0'), filled(typed, 'f'), limit) : List.of();
    }

    private static boolean isBeginning(String typed) {
        return typed.length() <= EXAMPLE.length()
                && IntStream.range(0, typed.length())
                        .allMatch(i -> EXAMPLE.charAt(i) == '-'
                                ? typed.charAt(i) == '-'
                                : HexFormat.isHexDigit(typed.charAt(i)));
    }

    /** The first or the last id that begins so: ids are in the order of their digits, so that an index finds those between. */
    private static UUID filled(String beginning, char digit) {
        return UUID.fromString(beginning + EXAMPLE.substring(beginning.length()).replace('0', digit));
    }

    private List<UUID> between(UUID first, UUID last, int limit) {
        return database.with(open -> open.createQuery("""
                        select id
                        from promo
                        where id between :first and :last
                        union
                        select promo_id
                        from promo_alias
                        where id between :first and :last
                        order by 1
                        limit :limit
                        """)
                .bind("first", first)
                .bind("last", last)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** The dossier of a campaign, if there is such a campaign. */
    public Optional<Dossier> of(UUID id) {
        return database.inTransaction(transaction -> transaction
                .createQuery("select * from promo where id = :id")
                .bind("id", id)
                .map((row, context) -> {
                    PromoRow promo = PromoRowMapper.INSTANCE.map(row, context);
                    OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
                    return new Dossier(
                            promo,
                            settled == null ? null : PromoState.of(row.getString("state")),
                            settled == null ? null : settled.toInstant(),
                            told(row.getString("told_by")),
                            sightings(transaction, id),
                            new PromoEvents(database).of(id),
                            aliases(transaction, id));
                })
                .findOne());
    }

    private static Map<Part, Long> told(String json) throws SQLException {
        try {
            JsonNode numbers = JSON.readTree(json);
            Map<Part, Long> told = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                if (numbers.has(part.slug())) {
                    told.put(part, numbers.path(part.slug()).asLong());
                }
            }
            return told;
        } catch (JsonProcessingException e) {
            throw new SQLException("told_by is not as it was written", e);
        }
    }

    private static List<UUID> aliases(Handle transaction, UUID id) {
        return transaction
                .createQuery("select id from promo_alias where promo_id = :id order by id")
                .bind("id", id)
                .mapTo(UUID.class)
                .list();
    }

    private static List<Witnessed> sightings(Handle transaction, UUID id) {
        return transaction
                .createQuery("""
                        select sighting.*, mine.like_that is not null as has_reason, mine.agreed, mine.differed, mine.margin,
                            coalesce((
                                select other.number
                                from sighting other
                                where other.fingerprint = mine.like_that
                                order by other.published_at, other.source_name, other.number
                                limit 1), 0) as like_number
                        from promo_fingerprint mine
                        join sighting using (fingerprint)
                        where mine.promo_id = :id
                        order by sighting.published_at, sighting.source_name, sighting.number
                        """)
                .bind("id", id)
                .map((row, context) -> new Witnessed(row.getLong("number"), sighting(row), grounds(row)))
                .list();
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        Instant published = row.getObject("published_at", OffsetDateTime.class).toInstant();
        return new Sighting(
                PromoRowMapper.promo(row),
                new SourceId(row.getString("source_name")),
                Provenance.valueOf(row.getString("provenance").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                URI.create(row.getString("src_url")),
                published);
    }

    private static @Nullable Grounds grounds(ResultSet row) throws SQLException {
        return row.getBoolean("has_reason")
                ? new Grounds(
                        row.getLong("like_number"),
                        List.of((String[]) row.getArray("agreed").getArray()),
                        List.of((String[]) row.getArray("differed").getArray()),
                        row.getInt("margin"))
                : null;
    }
}
