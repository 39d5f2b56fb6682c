package org.milesbot.store.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;

/** Alerts that were given up, until the operator decides what becomes of them. */
public final class DeadLetters {

    private static final String CHOSEN =
            "where state = 'dead' and (cardinality(cast(:ids as bigint[])) = 0 or id = any(:ids))";

    private final Database database;

    public DeadLetters(Database database) {
        this.database = database;
    }

    /**
     * An alert that was given up.
     *
     * @param id its number
     * @param telegramId whom it was for
     * @param promo what it was about, or null
     * @param title the promo's heading, or null
     * @param reason why it was to be sent
     * @param attempts how often it was tried
     * @param diedAt when it was given up
     * @param note why
     */
    public record DeadLetter(
            long id,
            @Nullable Long telegramId,
            @Nullable UUID promo,
            @Nullable String title,
            String reason,
            int attempts,
            Instant diedAt,
            @Nullable String note) {}

    /** The last that were given up. */
    public List<DeadLetter> list(int limit) {
        return database.with(open -> open.createQuery("""
                        select a.id, u.telegram_id, a.promo_id, promo.title, a.reason, a.attempts, a.ended_at, a.note
                        from alert a
                        left join app_user u on u.id = a.user_id
                        left join promo on promo.id = a.promo_id
                        where a.state = 'dead'
                        order by a.id desc
                        limit :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> letter(row))
                .list());
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getObject("telegram_id", Long.class),
                row.getObject("promo_id", UUID.class),
                row.getString("title"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }

    /**
     * Sends them after all.
     *
     * @param ids which; all if empty
     * @return how many there were
     */
    public int retry(Collection<Long> ids, Instant now) {
        return database.with(open -> open.createUpdate("""
                        update alert
                        set state = case when digest then 'held' else 'due' end,
                            due_at = :now, ended_at = null, attempts = 0, note = null
                        """ + CHOSEN)
                .bind("now", now)
                .bindArray("ids", Long.class, ids)
                .execute());
    }

    /**
     * Sends them to nobody.
     *
     * @param ids which; all if empty
     * @return how many there were
     */
    public int drop(Collection<Long> ids, Instant now) {
        return database.with(open -> open.createUpdate("""
                        update alert
                        set state = 'expired', ended_at = :now, note = concat('dropped: ', note)
                        """ + CHOSEN)
                .bind("now", now)
                .bindArray("ids", Long.class, ids)
                .execute());
    }
}
