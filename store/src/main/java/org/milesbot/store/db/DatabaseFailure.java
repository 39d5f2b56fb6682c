package org.milesbot.store.db;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** What an error of the driver means to whoever runs milesbot. */
final class DatabaseFailure {

    private DatabaseFailure() {}

    /** The error as one sentence that says how to mend it; an error that is one already stays as it is. */
    static MilesbotException of(DatabaseAddress address, Exception error) {
        SQLException sql = sqlException(error);
        String state = sql == null ? "" : Objects.requireNonNullElse(sql.getSQLState(), "");
        return switch (state) {
            case "28000", "28P01" ->
                failure(ErrorKind.CONFIGURATION, error, "refused", address.user(), address.server());
            case "3D000" ->
                failure(ErrorKind.CONFIGURATION, error, "no-database", address.database(), address.server());
            case "42501" -> failure(ErrorKind.CONFIGURATION, error, "no-right", address.user(), firstLine(sql));
            case "08001", "08004" ->
                failure(ErrorKind.EXTERNAL, error, "unreachable", address.server(), firstLine(sql));
            case "57014", "55P03" -> failure(ErrorKind.EXTERNAL, error, "too-slow", address.server(), firstLine(sql));
            default -> byClass(address, error, sql, state);
        };
    }

    /** All connections of a pool were in use for as long as a thread may wait. */
    static MilesbotException busy(DatabaseAddress address, PoolSettings settings, Exception error) {
        return failure(
                ErrorKind.EXTERNAL,
                error,
                "busy",
                address.server(),
                String.valueOf(settings.size()),
                String.valueOf(settings.waitLimit().toMillis()));
    }

    private static MilesbotException byClass(
            DatabaseAddress address, Exception error, @Nullable SQLException sql, String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" -> failure(ErrorKind.EXTERNAL, error, "lost", address.server(), firstLine(sql));
            case "25", "53", "58" -> failure(ErrorKind.EXTERNAL, error, "unable", address.server(), firstLine(sql));
            default -> failure(ErrorKind.INTERNAL, error, "statement", firstLine(sql == null ? error : sql));
        };
    }

    private static MilesbotException failure(ErrorKind kind, Exception cause, String key, Object... arguments) {
        return new MilesbotException(kind, Text.of(DatabaseFailure.class, key, arguments), cause);
    }

    static @Nullable SQLException sqlException(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String firstLine(@Nullable Throwable error) {
        String message = error == null ? "" : Objects.requireNonNullElse(error.getMessage(), error.toString());
        return message.lines().findFirst().orElse("");
    }
}
