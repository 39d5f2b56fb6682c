package org.milesbot.store.forecast;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.forecast.StoredForecast.Basis;
import org.milesbot.store.forecast.StoredForecast.Chances;
import org.milesbot.store.forecast.StoredForecast.Confidence;
import org.milesbot.store.forecast.StoredForecast.Driver;
import org.milesbot.store.forecast.StoredForecast.Estimate;
import org.milesbot.store.forecast.StoredForecast.Last;
import org.milesbot.store.forecast.StoredForecast.Levels;
import org.milesbot.store.forecast.StoredForecast.Made;
import org.milesbot.store.forecast.StoredForecast.Outlook;
import org.milesbot.store.forecast.StoredForecast.Pair;
import org.milesbot.store.forecast.StoredForecast.Quantiles;
import org.milesbot.store.forecast.StoredForecast.Readiness;
import org.milesbot.store.forecast.StoredForecast.Rivals;
import org.milesbot.store.forecast.StoredForecast.Series;
import org.milesbot.store.forecast.StoredForecast.Span;

/** Makes a forecast of its row. */
enum ForecastMapper implements RowMapper<StoredForecast> {
    INSTANCE;

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public StoredForecast map(ResultSet row, StatementContext context) throws SQLException {
        String origin = row.getString("origin");
        return new StoredForecast(
                new Series(new ProgramId(row.getString("program")), origin == null ? null : new OriginId(origin)),
                new Made(
                        row.getObject("origin_day", LocalDate.class),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("model_version")),
                chances(row),
                new Rivals(
                        pair(row, "plain"),
                        pair(row, "baseline"),
                        pair(row, "climatology"),
                        pair(row, "pooled"),
                        row.getDouble("omega_full"),
                        OpinionRows.read(row.getString("signals"))),
                new Levels(
                        quantiles(row, "bonus_q10", "typical_bonus", "bonus_q90"),
                        quantiles(row, "base_q10", "base_q50", "base_q90")),
                outlook(row),
                basis(row));
    }

    private static Chances chances(ResultSet row) throws SQLException {
        return new Chances(
                estimate(row, "next_1d_prob"),
                estimate(row, "next_3d_prob"),
                estimate(row, "next_7d_prob"),
                estimate(row, "next_30d_prob"),
                estimate(row, "next_90d_prob"),
                List.of((Double[]) row.getArray("curve").getArray()));
    }

    private static Estimate estimate(ResultSet row, String name) throws SQLException {
        return new Estimate(row.getDouble(name), row.getDouble(name + "_lo"), row.getDouble(name + "_hi"));
    }

    private static Pair pair(ResultSet row, String name) throws SQLException {
        return new Pair(row.getDouble(name + "_7d_prob"), row.getDouble(name + "_30d_prob"));
    }

    private static @Nullable Quantiles quantiles(ResultSet row, String low, String middle, String high)
            throws SQLException {
        BigDecimal median = row.getBigDecimal(middle);
        return median == null
                ? null
                : new Quantiles(
                        new Percent(row.getBigDecimal(low)), new Percent(median), new Percent(row.getBigDecimal(high)));
    }

    private static Outlook outlook(ResultSet row) throws SQLException {
        LocalDate from = day(row, "window_from");
        LocalDate to = day(row, "window_to");
        return new Outlook(
                row.getObject("median_wait_days", Integer.class),
                from == null || to == null ? null : new Span(from, to),
                day(row, "announced_start"),
                day(row, "running_until"));
    }

    private static Basis basis(ResultSet row) throws SQLException {
        LocalDate lastStart = day(row, "last_start");
        return new Basis(
                row.getInt("campaigns"),
                Confidence.valueOf(row.getString("confidence").toUpperCase(Locale.ROOT)),
                Readiness.valueOf(row.getString("readiness").toUpperCase(Locale.ROOT)),
                drivers(row.getString("drivers")),
                lastStart == null ? null : new Last(lastStart, day(row, "last_end")),
                row.getObject("gap_days", Double.class));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static List<Driver> drivers(String json) throws SQLException {
        List<Driver> drivers = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                drivers.add(driver(parser));
            }
        } catch (IOException e) {
            throw new SQLException("drivers are not as they were written", e);
        }
        return drivers;
    }

    private static Driver driver(JsonParser parser) throws IOException {
        String name = "";
        double effect = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("name")) {
                name = parser.getText();
            } else {
                effect = parser.getDoubleValue();
            }
        }
        return new Driver(name, effect);
    }
}
