package org.milesbot.store.promo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.SourceId;

/** Makes a promo of its row. */
enum PromoRowMapper implements RowMapper<PromoRow> {
    INSTANCE;

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public PromoRow map(ResultSet row, StatementContext context) throws SQLException {
        return new PromoRow(
                row.getObject("id", UUID.class),
                promo(row),
                new SourceId(row.getString("source_name")),
                Provenance.valueOf(row.getString("provenance").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                URI.create(row.getString("src_url")),
                instant(row, "published_at"),
                instant(row, "fetched_at"),
                row.getBoolean("date_suspect"));
    }

    private static Promo promo(ResultSet row) throws SQLException {
        return Promo.builder(new PromoKind(row.getString("kind")), new ProgramId(row.getString("program")))
                .origins(origins(row.getArray("origins")))
                .bonus(bonus(row))
                .window(new Window(moment(row, "start"), moment(row, "end")))
                .fare(fare(row))
                .evidence(evidence(row.getString("evidence")))
                .build();
    }

    private static List<OriginId> origins(Array origins) throws SQLException {
        return Stream.of((String[]) origins.getArray()).map(OriginId::new).toList();
    }

    private static Bonus bonus(ResultSet row) throws SQLException {
        return new Bonus(
                percent(row, "bonus_pct"),
                percent(row, "base_pct"),
                tiers(row.getString("tiers")),
                row.getObject("min_points", Long.class),
                row.getObject("cap_points", Long.class));
    }

    private static @Nullable Percent percent(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new Percent(value);
    }

    private static @Nullable Moment moment(ResultSet row, String name) throws SQLException {
        LocalDate date = row.getObject(name + "_dt", LocalDate.class);
        return date == null ? null : new Moment(date, row.getObject(name + "_time", LocalTime.class));
    }

    private static @Nullable Fare fare(ResultSet row) throws SQLException {
        Fare fare = new Fare(
                row.getString("origin"),
                row.getString("dest"),
                row.getString("cabin"),
                row.getObject("miles", Long.class),
                row.getBigDecimal("taxes_brl"));
        return fare.equals(new Fare(null, null, null, null, null)) ? null : fare;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<String, String> evidence(String json) throws SQLException {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            return object(parser);
        } catch (IOException e) {
            throw new SQLException("evidence is not as it was written", e);
        }
    }

    private static List<Tier> tiers(String json) throws SQLException {
        List<Tier> tiers = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> tier = object(parser);
                tiers.add(new Tier(
                        new Audience(tier.getOrDefault("audience", "")),
                        tier.getOrDefault("label", ""),
                        Percent.of(tier.getOrDefault("percent", ""))));
            }
        } catch (IOException e) {
            throw new SQLException("tiers are not as they were written", e);
        }
        return tiers;
    }

    /** A flat object of strings; the parser stands on its opening brace. */
    private static Map<String, String> object(JsonParser parser) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        String name = parser.nextFieldName();
        while (name != null) {
            fields.put(name, parser.nextTextValue());
            name = parser.nextFieldName();
        }
        return fields;
    }
}
