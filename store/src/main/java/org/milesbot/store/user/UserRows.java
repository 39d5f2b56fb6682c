package org.milesbot.store.user;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.UserConfig.Bar;
import org.milesbot.store.user.UserConfig.DigestChoice;
import org.milesbot.store.user.UserConfig.Follows;
import org.milesbot.store.user.UserConfig.Levels;
import org.milesbot.store.user.UserConfig.Quiet;

/** Makes records of the rows about people. */
final class UserRows {

    private UserRows() {}

    static Since since(ResultSet row) throws SQLException {
        Instant disabledAt = instant(row, "disabled_at");
        return new Since(
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "welcomed_at"),
                disabledAt == null ? null : new Disabled(disabledAt, row.getString("disabled_why")));
    }

    static UserConfig config(ResultSet row) throws SQLException {
        return new UserConfig(
                named(Language.class, row.getString("language")),
                row.getString("channel"),
                new Bar(row.getBigDecimal("threshold"), percent(row, "min_bonus")),
                follows(row),
                new Quiet(quietHours(row), ZoneId.of(row.getString("zone")), row.getBoolean("urgent_passes")),
                new DigestChoice(
                        named(Digest.class, row.getString("digest")), row.getObject("digest_at", LocalTime.class)),
                new Levels(
                        level(row, "level_new"),
                        level(row, "level_raised"),
                        level(row, "level_extended"),
                        level(row, "level_ending"),
                        level(row, "level_combo")),
                row.getBoolean("ai"));
    }

    private static Follows follows(ResultSet row) throws SQLException {
        return new Follows(
                set(row, "kinds", PromoKind::new),
                set(row, "programs", ProgramId::new),
                set(row, "origins", OriginId::new),
                set(row, "tiers", HeldTier::of));
    }

    private static @Nullable QuietHours quietHours(ResultSet row) throws SQLException {
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        return from == null ? null : new QuietHours(from, row.getObject("quiet_to", LocalTime.class));
    }

    private static Level level(ResultSet row, String column) throws SQLException {
        return named(Level.class, row.getString(column));
    }

    static UserRoute route(ResultSet row) throws SQLException {
        String cabin = row.getString("cabin");
        return new UserRoute(
                row.getLong("id"),
                set(row, "origins", Function.identity()),
                set(row, "dests", Function.identity()),
                cabin == null ? null : new Cabin(cabin),
                row.getObject("max_miles", Long.class),
                new TravelDates(
                        row.getObject("travel_from", LocalDate.class), row.getObject("travel_to", LocalDate.class)));
    }

    static @Nullable Percent percent(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new Percent(value);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static <E extends Enum<E>> E named(Class<E> type, String slug) {
        return Enum.valueOf(type, slug.toUpperCase(Locale.ROOT));
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> type) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).map(type).collect(Collectors.toUnmodifiableSet());
    }
}
