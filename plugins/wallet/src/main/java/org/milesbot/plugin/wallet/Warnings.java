package org.milesbot.plugin.wallet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.storage.Storage;

/**
 * Which warnings are due. What was handed to milesbot is written down, so that points entered later for the same day get a
 * warning of their own and nobody is told of the others again. It is written before milesbot has it: what a run that failed has
 * written is handed over again.
 */
final class Warnings {

    /** What was written down so long after the day is of no use. */
    private static final int KEPT_DAYS = 7;

    private final Storage storage;

    Warnings(Storage storage) {
        this.storage = storage;
    }

    /**
     * One message's worth: what of somebody expires on a day.
     *
     * @param days which warning it is: 90, 60, 30 or 7 days before
     * @param first the programme that names it
     * @param points by programme, as they are now; none of those that were taken back meanwhile
     */
    record Due(long chatId, Locale language, LocalDate day, int days, String first, SortedMap<String, Long> points) {

        /** Unique among all warnings to this person. */
        String key() {
            return first + ":" + day + ":" + days;
        }
    }

    /**
     * Writes down what is newly due and returns all that milesbot may not have yet.
     *
     * @param lastSuccess what was written until then is with milesbot; null if nothing is
     */
    List<Due> due(LocalDate today, Instant now, @Nullable Instant lastSuccess) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement delete = WalletTables.prepared(
                    connection, "delete from warning where day < ?", today.minusDays(KEPT_DAYS))) {
                delete.executeUpdate();
            }
            Instant since = lastSuccess == null ? Instant.EPOCH : lastSuccess;
            write(connection, today, now, since);
            return read(connection, today, since);
        });
    }

    /** Of the warnings that fit, only the nearest: who enters points 20 days before is not told that 90 are left. */
    private static void write(Connection connection, LocalDate today, Instant now, Instant since) throws SQLException {
        try (PreparedStatement insert = WalletTables.prepared(
                connection,
                """
                insert into warning (chat_id, day, days, program, made_at)
                select e.chat_id, e.day, t.days, e.program, ?
                from expiry e
                cross join lateral (
                    select min(days) as days from unnest(array[90, 60, 30, 7]) as days where e.day - ?::date <= days
                ) t
                where e.day between ?::date and ?::date + 90
                  and not exists (
                      select from warning w
                      where (w.chat_id, w.day, w.days, w.program) = (e.chat_id, e.day, t.days, e.program))
                order by e.day, e.chat_id, e.program
                limit greatest(0, ? - (select count(*) from warning where made_at > ? and day >= ?))
                on conflict do nothing
                """,
                now.atOffset(ZoneOffset.UTC),
                today,
                today,
                today,
                JobResult.MOST_NOTES,
                since.atOffset(ZoneOffset.UTC),
                today)) {
            insert.executeUpdate();
        }
    }

    /** The first programme of a message names it, also after it was taken back. */
    private static List<Due> read(Connection connection, LocalDate today, Instant since) throws SQLException {
        Map<String, Due> due = new LinkedHashMap<>();
        try (PreparedStatement select = WalletTables.prepared(connection, """
                select w.chat_id, o.language, w.day, w.days, w.program, e.points,
                    min(w.program) over (partition by w.chat_id, w.day, w.days, w.made_at) as first
                from warning w
                join owner o using (chat_id)
                left join expiry e using (chat_id, day, program)
                where w.made_at > ? and w.day >= ?
                order by w.day, w.chat_id, w.days, w.made_at, w.program
                """, since.atOffset(ZoneOffset.UTC), today);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Due each = new Due(
                        row.getLong("chat_id"),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getObject("day", LocalDate.class),
                        row.getInt("days"),
                        row.getString("first"),
                        new TreeMap<>());
                long points = row.getLong("points");
                if (!row.wasNull()) {
                    due.computeIfAbsent(each.chatId() + ":" + each.key(), key -> each)
                            .points()
                            .put(row.getString("program"), points);
                }
            }
        }
        return new ArrayList<>(due.values());
    }
}
