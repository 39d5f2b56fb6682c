package org.milesbot.store.promo;

import java.math.BigDecimal;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Trip;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.SourceId;

/** Makes a promo of its row, and of that of a sighting, which has the same columns. */
public enum PromoRowMapper implements RowMapper<PromoRow> {
    INSTANCE;

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
                row.getBoolean("date_suspect"),
                row.getObject("settled_at") == null ? null : PromoState.of(row.getString("state")),
                null,
                null);
    }

    /**
     * What a row of {@code promo} or {@code sighting} offers.
     *
     * @throws SQLException if a column is missing or not as it was written
     */
    public static Promo promo(ResultSet row) throws SQLException {
        return Promo.builder(new PromoKind(row.getString("kind")), new ProgramId(row.getString("program")))
                .origins(origins(row.getArray("origins")))
                .bonus(bonus(row))
                .window(new Window(moment(row, "start"), moment(row, "end")))
                .fare(fare(row))
                .earning(earning(row))
                .club(club(row))
                .evidence(StoredJson.evidence(row.getString("evidence")))
                .build();
    }

    private static List<OriginId> origins(Array origins) throws SQLException {
        return Stream.of(strings(origins)).map(OriginId::new).toList();
    }

    private static Bonus bonus(ResultSet row) throws SQLException {
        return new Bonus(
                percent(row, "bonus_pct"),
                percent(row, "base_pct"),
                StoredJson.tiers(row.getString("tiers")),
                row.getObject("min_points", Long.class),
                row.getObject("cap_points", Long.class),
                slug(row, "gain", Gain::new));
    }

    private static @Nullable Percent percent(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new Percent(value);
    }

    static @Nullable Moment moment(ResultSet row, String name) throws SQLException {
        LocalDate date = row.getObject(name + "_dt", LocalDate.class);
        return date == null ? null : new Moment(date, row.getObject(name + "_time", LocalTime.class));
    }

    private static @Nullable Fare fare(ResultSet row) throws SQLException {
        Fare fare = new Fare(
                place(row, "origin"),
                place(row, "dest"),
                slug(row, "cabin", Cabin::new),
                row.getObject("miles", Long.class),
                row.getBigDecimal("taxes_brl"),
                slug(row, "trip", Trip::new),
                new TravelDates(
                        row.getObject("travel_from", LocalDate.class), row.getObject("travel_to", LocalDate.class)));
        return fare.isUnknown() ? null : fare;
    }

    private static @Nullable Place place(ResultSet row, String name) throws SQLException {
        String airport = row.getString(name);
        String city = row.getString(name + "_city");
        return airport == null && city == null ? null : new Place(airport, city);
    }

    private static @Nullable Earning earning(ResultSet row) throws SQLException {
        Earning earning = new Earning(
                row.getBigDecimal("rate_max"),
                row.getBigDecimal("rate_base"),
                slug(row, "rate_unit", Currency::getInstance),
                List.of(strings(row.getArray("shops"))));
        return earning.isUnknown() ? null : earning;
    }

    private static @Nullable ClubPlan club(ResultSet row) throws SQLException {
        ClubPlan club = new ClubPlan(row.getString("plan"), row.getBigDecimal("monthly_price_brl"));
        return club.isUnknown() ? null : club;
    }

    private static <T> @Nullable T slug(ResultSet row, String column, Function<String, T> type) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : type.apply(value);
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
