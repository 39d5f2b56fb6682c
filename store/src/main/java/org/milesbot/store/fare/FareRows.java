package org.milesbot.store.fare;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareChange;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;

/** Makes records of the rows about fares. */
final class FareRows {

    private FareRows() {}

    static FareRoute route(ResultSet row) throws SQLException {
        return new FareRoute(
                new ProgramId(row.getString("program")),
                row.getString("origin"),
                row.getString("dest"),
                new Cabin(row.getString("cabin")));
    }

    static KnownFare known(ResultSet row) throws SQLException {
        FareRoute route = route(row);
        String link = row.getString("link");
        AwardFare fare = new AwardFare(
                route.program(),
                route.origin(),
                route.destination(),
                row.getObject("travel_day", LocalDate.class),
                route.cabin(),
                row.getLong("miles"),
                row.getBigDecimal("taxes_brl"),
                row.getObject("seats", Integer.class),
                row.getObject("stops", Integer.class),
                List.of((String[]) row.getArray("airlines").getArray()),
                instant(row, "seen_at"),
                link == null ? null : URI.create(link));
        return new KnownFare(row.getLong("id"), row.getString("provider"), fare, instant(row, "since"));
    }

    static FareChange change(ResultSet row) throws SQLException {
        return new FareChange(known(row).fare(), row.getObject("gone_at") != null);
    }

    static PricePoint price(ResultSet row) throws SQLException {
        return new PricePoint(
                row.getObject("travel_day", LocalDate.class),
                instant(row, "seen_at"),
                row.getLong("miles"),
                row.getBigDecimal("taxes_brl"),
                row.getObject("seats", Integer.class),
                row.getObject("stops", Integer.class),
                row.getString("provider"));
    }

    static FareStatistics statistics(ResultSet row) throws SQLException {
        return new FareStatistics(
                row.getLong("prices"),
                row.getInt("days"),
                row.getObject("median", Long.class),
                row.getObject("tenth", Long.class),
                row.getObject("lowest30", Long.class),
                row.getObject("lowest90", Long.class),
                row.getObject("lowest365", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
